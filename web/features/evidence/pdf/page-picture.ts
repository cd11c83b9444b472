import { createEffect, createSignal, onCleanup } from 'solid-js';
import { canvasWidth } from './page-size.ts';
import type { Drawing, PdfFile, PdfSize, Turn } from './pdf-file.ts';

const release = (canvas: HTMLCanvasElement): void => {
  // A canvas of no size gives its memory back at once, before it is collected.
  canvas.width = 0;
  canvas.height = 0;
  canvas.remove();
};

/** Draws while the page is near, at the width it has, and lets go of it when it is far. */
export const createPicture = (
  props: { readonly file: PdfFile; readonly page: number },
  place: () => HTMLElement | undefined,
  wanted: () => { width: number; turn: Turn; size: PdfSize } | undefined,
) => {
  const [state, setState] = createSignal<'waiting' | 'drawn' | 'failed'>('waiting');
  let shown: HTMLCanvasElement | undefined;
  let drawing: Drawing | undefined;
  const letGo = () => {
    drawing?.cancel();
    drawing = undefined;
    if (shown) release(shown);
    shown = undefined;
  };
  const show = (canvas: HTMLCanvasElement) => {
    if (shown) release(shown);
    shown = canvas;
    place()?.appendChild(canvas);
    setState('drawn');
  };
  createEffect(() => {
    const how = wanted();
    if (!how) {
      letGo();
      setState('waiting');
      return;
    }
    drawing?.cancel();
    const canvas = document.createElement('canvas');
    const begun = props.file.draw(props.page, canvas, {
      width: canvasWidth(how.size, how.turn, how.width, window.devicePixelRatio),
      turn: how.turn,
    });
    drawing = begun;
    begun.done.then(
      () => (drawing === begun ? show(canvas) : release(canvas)),
      () => drawing === begun && setState('failed'),
    );
  });
  onCleanup(letGo);
  return state;
};
