import type { Transition, Workflow } from '#schema/contracts/campaign/workflow.ts';

export type Point = { readonly x: number; readonly y: number };
export type Box = Point & { readonly width: number; readonly height: number };
export type DrawnState = Box & { readonly key: string };
/** One line for each state that a step starts from. */
export type DrawnStep = {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly points: readonly Point[];
  /** Written once where several lines of a step share a lane. */
  readonly label: Box | undefined;
};
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly states: readonly DrawnState[];
  readonly steps: readonly DrawnStep[];
};

export const stateSize = { width: 132, height: 38 } as const;
const gap = { across: 56, down: 96 } as const;
const lane = { first: 40, next: 34 } as const;
const margin = 16;
const labelHeight = 20;

/** How far every state is from the start by the fewest steps; what nothing leads to comes last. */
const ranksOf = ({ start, states, transitions }: Workflow): Map<string, number> => {
  const ranks = new Map([[start, 0]]);
  const queue = [start];
  for (const state of queue) {
    const next = (ranks.get(state) ?? 0) + 1;
    for (const { from, to } of transitions) {
      if (!from.includes(state) || ranks.has(to)) continue;
      ranks.set(to, next);
      queue.push(to);
    }
  }
  const last = Math.max(...ranks.values());
  for (const { key } of states) if (!ranks.has(key)) ranks.set(key, last + 1);
  return ranks;
};

/** States of one rank side by side, each near the middle of those that lead to it. */
const layersOf = (workflow: Workflow): string[][] => {
  const ranks = ranksOf(workflow);
  const layers: string[][] = [];
  for (const { key } of workflow.states) {
    const rank = ranks.get(key) ?? 0;
    layers[rank] = [...(layers[rank] ?? []), key];
  }
  const filled = layers.filter((layer) => layer !== undefined && layer.length > 0);
  const place = new Map<string, number>();
  return filled.map((layer) => {
    const weight = (key: string): number => {
      const sources = workflow.transitions
        .filter(({ to }) => to === key)
        .flatMap(({ from }) => from)
        .flatMap((each) => place.get(each) ?? []);
      return sources.length === 0
        ? layer.indexOf(key) * 2
        : (sources.reduce((sum, each) => sum + each, 0) * 2) / sources.length;
    };
    const weights = new Map(layer.map((key) => [key, weight(key)]));
    const sorted = [...layer].sort(
      (left, right) =>
        (weights.get(left) ?? 0) - (weights.get(right) ?? 0) ||
        layer.indexOf(left) - layer.indexOf(right),
    );
    sorted.forEach((key, at) => place.set(key, at - (sorted.length - 1) / 2));
    return sorted;
  });
};

const placeStates = (layers: readonly (readonly string[])[]): DrawnState[] => {
  const widest = Math.max(...layers.map((layer) => layer.length));
  const full = widest * stateSize.width + (widest - 1) * gap.across;
  return layers.flatMap((layer, rank) => {
    const own = layer.length * stateSize.width + (layer.length - 1) * gap.across;
    return layer.map((key, at) => ({
      key,
      x: (full - own) / 2 + at * (stateSize.width + gap.across),
      y: rank * (stateSize.height + gap.down),
      ...stateSize,
    }));
  });
};

type Line = { key: string; from: DrawnState; to: DrawnState };

const isNextDown = ({ from, to }: Line) => to.y - from.y === stateSize.height + gap.down;

/** Ports along one side of a state, so that lines do not start on top of each other. */
const spread = (box: Box, at: number, of: number): number =>
  box.x + (box.width * (at + 1)) / (of + 1);

const straight = (lines: readonly Line[]): Map<Line, readonly Point[]> => {
  const centre = ({ x, width }: Box) => x + width / 2;
  const byTarget = (left: Line, right: Line) => centre(left.to) - centre(right.to);
  const bySource = (left: Line, right: Line) => centre(left.from) - centre(right.from);
  return new Map(
    lines.map((line) => {
      const out = lines.filter(({ from }) => from === line.from).sort(byTarget);
      const into = lines.filter(({ to }) => to === line.to).sort(bySource);
      const { from, to } = line;
      return [
        line,
        [
          { x: spread(from, out.indexOf(line), out.length), y: from.y + from.height },
          { x: spread(to, into.indexOf(line), into.length), y: to.y },
        ],
      ];
    }),
  );
};

const sideOf = ({ from, to }: Line): 'left' | 'right' => (to.y < from.y ? 'left' : 'right');
const laneOf = (line: Line): string => `${sideOf(line)} ${line.key}`;

type Edges = { readonly left: number; readonly right: number };
type Route = { readonly side: 'left' | 'right'; readonly lane: number; readonly x: number };

/** The end of a line at a state: from its side where no other state of its rank stands in the way. */
const endAt = (box: Box, edge: 'above' | 'below', route: Route, states: readonly Box[]) => {
  const { side, lane: number, x } = route;
  const isLeft = side === 'left';
  const inTheWay = ({ y, x: other }: Box) =>
    y === box.y && (isLeft ? other < box.x : other > box.x);
  if (!states.some(inTheWay)) {
    const slot = 0.15 + 0.1 * (number % 3);
    const y = box.y + box.height * (edge === 'below' ? slot : 1 - slot);
    return [
      { x: isLeft ? box.x : box.x + box.width, y },
      { x, y },
    ];
  }
  // Between two ranks, on a track of its own.
  const track = 12 + 6 * (number % 6);
  const port =
    box.x + box.width * (isLeft ? 0.08 + 0.05 * (number % 6) : 0.92 - 0.05 * (number % 6));
  const from = edge === 'below' ? box.y + box.height : box.y;
  const y = edge === 'below' ? from + track : from - track;
  return [
    { x: port, y: from },
    { x: port, y },
    { x, y },
  ];
};

/** Back, across ranks, or in place: out, along the lane of its step, and in again. */
const around = (lines: readonly Line[], edges: Edges, states: readonly Box[]) => {
  const lanes = [...new Set(lines.map(laneOf))];
  return new Map(
    lines.map((line) => {
      const side = sideOf(line);
      const number = lanes.filter((each) => each.startsWith(side)).indexOf(laneOf(line));
      const away = lane.first + number * lane.next;
      const x = side === 'left' ? edges.left - away : edges.right + away;
      const route = { side, lane: number, x };
      const first = endAt(line.from, 'below', route, states);
      const last = endAt(line.to, 'above', route, states);
      return [line, [...first, ...last.reverse()]] as const;
    }),
  );
};

const hits = (left: Box, right: Box) =>
  left.x < right.x + right.width &&
  right.x < left.x + left.width &&
  left.y < right.y + right.height &&
  right.y < left.y + left.height;

const along = (points: readonly Point[], share: number): Point => {
  const lengths = points.slice(1).map((point, at) => {
    const before = points[at] ?? point;
    return Math.abs(point.x - before.x) + Math.abs(point.y - before.y);
  });
  let left = lengths.reduce((sum, each) => sum + each, 0) * share;
  for (const [at, length] of lengths.entries()) {
    const [from, to] = [points[at], points[at + 1]];
    if (!from || !to) break;
    if (left <= length || at === lengths.length - 1) {
      const part = length === 0 ? 0 : left / length;
      return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    }
    left -= length;
  }
  return points[0] ?? { x: 0, y: 0 };
};

/** The middle of its line, or the nearest place on it where nothing else is written. */
const placeLabel = (points: readonly Point[], width: number, taken: readonly Box[]): Box => {
  const at = (share: number): Box => {
    const { x, y } = along(points, share);
    return { x: x - width / 2, y: y - labelHeight / 2, width, height: labelHeight };
  };
  const shares = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];
  const free = shares.find((share) => !taken.some((box) => hits(at(share), box)));
  return at(free ?? 0.5);
};

const shift = (by: Point) => ({
  point: ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y }),
  box: <Each extends Box>(box: Each): Each => ({ ...box, x: box.x + by.x, y: box.y + by.y }),
});

const linesOf = (transitions: readonly Transition[], states: readonly DrawnState[]): Line[] => {
  const find = (key: string) => states.find((state) => state.key === key);
  return transitions.flatMap(({ key, from, to }) =>
    from.flatMap((each): Line[] => {
      const [source, target] = [find(each), find(to)];
      return source && target ? [{ key, from: source, to: target }] : [];
    }),
  );
};

/** The workflow as a picture from above to below; the same workflow is always drawn the same. */
export const layOut = (workflow: Workflow, labelWidth: (step: string) => number): Drawing => {
  const states = placeStates(layersOf(workflow));
  const lines = linesOf(workflow.transitions, states);
  const edges = {
    left: Math.min(...states.map(({ x }) => x)),
    right: Math.max(...states.map(({ x, width }) => x + width)),
  };
  const routes = new Map<Line, readonly Point[]>([
    ...straight(lines.filter(isNextDown)),
    ...around(
      lines.filter((line) => !isNextDown(line)),
      edges,
      states,
    ),
  ]);
  const taken: Box[] = [...states];
  const written = new Set<string>();
  const steps = lines.map((line): DrawnStep => {
    const points = routes.get(line) ?? [];
    const drawn = { key: line.key, from: line.from.key, to: line.to.key, points };
    if (!isNextDown(line)) {
      if (written.has(laneOf(line))) return { ...drawn, label: undefined };
      written.add(laneOf(line));
    }
    const label = placeLabel(points, labelWidth(line.key), taken);
    taken.push(label);
    return { ...drawn, label };
  });
  const all = [
    ...taken,
    ...steps.flatMap(({ points }) => points.map((point) => ({ ...point, width: 0, height: 0 }))),
  ];
  const left = Math.min(...all.map(({ x }) => x));
  const top = Math.min(...all.map(({ y }) => y));
  const move = shift({ x: margin - left, y: margin - top });
  return {
    width: Math.max(...all.map(({ x, width }) => x + width)) - left + 2 * margin,
    height: Math.max(...all.map(({ y, height }) => y + height)) - top + 2 * margin,
    states: states.map((state) => move.box(state)),
    steps: steps.map((step) => ({
      ...step,
      points: step.points.map(move.point),
      label: step.label && move.box(step.label),
    })),
  };
};
