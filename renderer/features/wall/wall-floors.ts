import type { WallTile } from '#shared/domain/room/wall-tile.ts'

export interface WallFloor {
  readonly floor: string
  readonly tiles: readonly WallTile[]
}

/** Tiles by floor, floors in the order of their first room. */
export function floorsOf(tiles: readonly WallTile[]): readonly WallFloor[] {
  const floors = new Map<string, WallTile[]>()
  for (const tile of tiles) floors.set(tile.floor, [...(floors.get(tile.floor) ?? []), tile])
  return [...floors].map(([floor, own]) => ({ floor, tiles: own }))
}

/** The tile above or below, for the arrow keys: the nearest by its middle in the next line of tiles. */
export function tileInLine(
  places: readonly { readonly roomNo: string; readonly x: number; readonly y: number }[],
  from: string,
  step: 1 | -1,
): string | undefined {
  const here = places.find((place) => place.roomNo === from)
  if (!here) return places[0]?.roomNo
  const ahead = places.filter((place) => (step > 0 ? place.y > here.y + 4 : place.y < here.y - 4))
  if (ahead.length === 0) return undefined
  const line = step > 0 ? Math.min(...ahead.map((place) => place.y)) : Math.max(...ahead.map((place) => place.y))
  return ahead
    .filter((place) => Math.abs(place.y - line) < 4)
    .sort((a, b) => Math.abs(a.x - here.x) - Math.abs(b.x - here.x))[0]?.roomNo
}
