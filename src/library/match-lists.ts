/** What a list is recognised by. */
export interface ListName {
  /** Id of the playlist; `null` where a file names none. */
  readonly id: string | null;
  readonly name: string;
}

/** What an earlier list is now. */
export type ListMatch<Present extends ListName> =
  | { readonly kind: 'same'; readonly present: Present; readonly isByName: boolean }
  /** Lists of this name, of which a person chooses. */
  | { readonly kind: 'choice'; readonly candidates: readonly Present[] }
  /** No list of this id or name is there. */
  | { readonly kind: 'gone' };

/**
 * Finds earlier lists among the present ones, by id, else by name where one earlier list and one present list have it.
 * `chosen` holds the ids that a person has chosen for lists of one name. The order of the lists does not matter.
 */
export function matchLists<Old extends ListName, Present extends ListName>(
  old: readonly Old[],
  present: readonly Present[],
  chosen: ReadonlyMap<Old, string>,
): ReadonlyMap<Old, ListMatch<Present>> {
  const byId = new Map(present.map((list) => [list.id, list]));
  const found = (id: string | null | undefined) => byId.get(id ?? '');
  const sure = new Map(
    old.flatMap((list) => {
      const known = found(list.id) ?? found(chosen.get(list));
      return known ? [[list, known] as const] : [];
    }),
  );
  const taken = new Set(sure.values());
  const free = groupedByName(present.filter((list) => !taken.has(list)));
  const rest = groupedByName(old.filter((list) => !sure.has(list)));
  const matchOf = (list: Old): ListMatch<Present> => {
    const known = sure.get(list);
    if (known) return { kind: 'same', present: known, isByName: known.id !== list.id };
    const candidates = free.get(list.name.trim()) ?? [];
    const [only, ...others] = candidates;
    if (!only) return { kind: 'gone' };
    const isClear = others.length === 0 && rest.get(list.name.trim())?.length === 1;
    return isClear
      ? { kind: 'same', present: only, isByName: true }
      : { kind: 'choice', candidates };
  };
  return new Map(old.map((list) => [list, matchOf(list)]));
}

function groupedByName<List extends ListName>(lists: readonly List[]): ReadonlyMap<string, List[]> {
  const groups = new Map<string, List[]>();
  for (const list of lists) {
    const name = list.name.trim();
    const group = groups.get(name);
    if (group) group.push(list);
    else groups.set(name, [list]);
  }
  return groups;
}
