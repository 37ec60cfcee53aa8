/** Which of a list's entries are chosen, by id. Pure; ids that a list does not show are never chosen through it. */
export interface Selection {
  readonly chosen: ReadonlySet<string>;
  /** Where a range begins; null where nothing was touched yet. */
  readonly anchor: string | null;
  /** The entry that the keys act on. */
  readonly cursor: string | null;
}

export const NOTHING_CHOSEN: Selection = { chosen: new Set(), anchor: null, cursor: null };

/** This one and no other. */
export function chooseOnly(id: string): Selection {
  return { chosen: new Set([id]), anchor: id, cursor: id };
}

/** This one in or out, the others as they are. */
export function toggle({ chosen }: Selection, id: string): Selection {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return { chosen: next, anchor: id, cursor: id };
}

/**
 * From the anchor to this one, in the order shown, and nothing else. Without an anchor in the list, this one alone.
 * @param order ids as the list shows them.
 */
export function extendTo({ anchor }: Selection, id: string, order: readonly string[]): Selection {
  const to = order.indexOf(id);
  const from = anchor === null ? -1 : order.indexOf(anchor);
  if (to < 0 || from < 0) return chooseOnly(id);
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { chosen: new Set(range), anchor, cursor: id };
}

export function chooseAll(selection: Selection, order: readonly string[]): Selection {
  const first = order[0] ?? null;
  return { chosen: new Set(order), anchor: selection.anchor ?? first, cursor: selection.cursor ?? first };
}

/** The keys go on from where they are. */
export function chooseNone({ cursor }: Selection): Selection {
  return { chosen: new Set(), anchor: cursor, cursor };
}

/**
 * The cursor alone goes to an entry so many further on, and stays within the list. From nowhere it comes to the first;
 * infinite steps lead to either end.
 * @returns its id; null for an empty list.
 */
export function stepFrom({ cursor }: Selection, by: number, order: readonly string[]): string | null {
  const from = cursor === null ? -1 : order.indexOf(cursor);
  if (from < 0) return (by === Number.POSITIVE_INFINITY ? order.at(-1) : order[0]) ?? null;
  return order[Math.min(order.length - 1, Math.max(0, from + by))] ?? null;
}

/** Without what the list does not show any more: nobody deletes what they do not see. The same object if nothing goes. */
export function keepShown(selection: Selection, shown: ReadonlySet<string>): Selection {
  const chosen = [...selection.chosen].filter((id) => shown.has(id));
  const stays = (id: string | null) => (id !== null && shown.has(id) ? id : null);
  const anchor = stays(selection.anchor);
  const cursor = stays(selection.cursor);
  if (chosen.length === selection.chosen.size && anchor === selection.anchor && cursor === selection.cursor) {
    return selection;
  }
  return { chosen: new Set(chosen), anchor, cursor };
}
