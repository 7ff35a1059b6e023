export interface Place {
  x: number
  y: number
  width: number
  height: number
}

export const smallestWindow = { width: 1024, height: 640 } as const

/**
 * Where the window opens: where it was last, if enough of its top edge is still on a screen to drag it by;
 * else the middle of the main screen.
 * @param screens work areas, the main one first; pixels as the window system counts them
 */
export function openingPlace(last: Place | undefined, screens: readonly Place[]): Place {
  const main = screens[0] ?? { x: 0, y: 0, width: 1440, height: 900 }
  if (last && screens.some((screen) => reachable(last, screen))) return atLeast(last)
  const width = Math.min(1440, main.width)
  const height = Math.min(900, main.height)
  return {
    x: main.x + Math.round((main.width - width) / 2),
    y: main.y + Math.round((main.height - height) / 2),
    width,
    height,
  }
}

function reachable(window: Place, screen: Place): boolean {
  const shared = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  return shared >= 200 && window.y >= screen.y && window.y < screen.y + screen.height - 40
}

function atLeast(place: Place): Place {
  return {
    ...place,
    width: Math.max(place.width, smallestWindow.width),
    height: Math.max(place.height, smallestWindow.height),
  }
}

/** A place as it was stored; undefined when the file holds anything else. */
export function readPlace(stored: string): Place | undefined {
  try {
    const { x, y, width, height } = JSON.parse(stored)
    return [x, y, width, height].every(Number.isInteger) ? { x, y, width, height } : undefined
  } catch {
    return undefined
  }
}
