/** Where a dragged item would land: before or behind the item it is held over. */
export type Landing = {
  readonly dragged: string;
  readonly over: string;
  readonly edge: 'before' | 'behind';
};

export type DragPlace = {
  /** Items of another list are not taken. */
  readonly list: string;
  readonly id: string;
  readonly element: HTMLElement;
  readonly handle?: HTMLElement | undefined;
  readonly onHover: (edge: Landing['edge'] | undefined) => void;
  readonly onDrop: (landing: Landing) => void;
};

type Data = Readonly<Record<string | symbol, unknown>>;

const edgeAt = (element: Element, y: number): Landing['edge'] => {
  const box = element.getBoundingClientRect();
  return y < box.top + box.height / 2 ? 'before' : 'behind';
};

/** Makes one row draggable and a place to drop on; the library loads when a list is first drawn. */
export const registerDragPlace = async (place: DragPlace): Promise<() => void> => {
  const { combine } = await import('@atlaskit/pragmatic-drag-and-drop/combine');
  const { draggable, dropTargetForElements } =
    await import('@atlaskit/pragmatic-drag-and-drop/element/adapter');
  const { list, id, element } = place;
  const isOurs = (data: Data) => data.list === list && typeof data.id === 'string';
  return combine(
    draggable({
      element,
      ...(place.handle === undefined ? {} : { dragHandle: place.handle }),
      getInitialData: () => ({ list, id }),
    }),
    dropTargetForElements({
      element,
      canDrop: ({ source }) => isOurs(source.data) && source.data.id !== id,
      onDrag: ({ location }) => place.onHover(edgeAt(element, location.current.input.clientY)),
      onDragLeave: () => place.onHover(undefined),
      onDrop: ({ source, location }) => {
        place.onHover(undefined);
        place.onDrop({
          dragged: String(source.data.id),
          over: id,
          edge: edgeAt(element, location.current.input.clientY),
        });
      },
    }),
  );
};

/** The index at which an item ends up, once it has left its own. */
export const landingIndex = (
  order: readonly string[],
  { dragged, over, edge }: Landing,
): number => {
  const rest = order.filter((each) => each !== dragged);
  const at = rest.indexOf(over);
  return edge === 'before' ? at : at + 1;
};
