import type { ReactNode } from 'react'

/** Line icons of the side bar, 20 × 20, stroke 1.5; always with a word. */
const drawings = {
  desk: (
    <>
      <path d="M3.5 12v-2a6.5 6.5 0 0 1 13 0v2" />
      <rect x="2.5" y="11.5" width="3.5" height="5" rx="1.2" />
      <rect x="14" y="11.5" width="3.5" height="5" rx="1.2" />
    </>
  ),
  board: (
    <>
      <path d="M3 3v14h14" />
      <rect x="5.5" y="4" width="6" height="3" rx="0.8" />
      <rect x="8" y="8.5" width="7" height="3" rx="0.8" />
      <rect x="6.5" y="13" width="4" height="2.4" rx="0.8" />
    </>
  ),
  wall: (
    <>
      <rect x="3" y="3" width="5.6" height="5.6" rx="1" />
      <rect x="11.4" y="3" width="5.6" height="5.6" rx="1" />
      <rect x="3" y="11.4" width="5.6" height="5.6" rx="1" />
      <rect x="11.4" y="11.4" width="5.6" height="5.6" rx="1" />
    </>
  ),
  bookings: (
    <>
      <rect x="4" y="3" width="12" height="14" rx="1.5" />
      <path d="M7 7h6M7 10h6M7 13h4" />
    </>
  ),
  waitlist: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 5.8V10l2.8 1.8" />
    </>
  ),
  promises: (
    <>
      <path d="M3.5 7h12.5M13 4l3 3-3 3" />
      <path d="M16.5 13H4M7 10.2 4 13l3 2.8" />
    </>
  ),
  customers: (
    <>
      <circle cx="10" cy="7" r="3.2" />
      <path d="M3.8 17c.6-3.3 3-5 6.2-5s5.6 1.7 6.2 5" />
    </>
  ),
  reports: (
    <>
      <path d="M3 17h14" />
      <rect x="4" y="10" width="3" height="5" rx="0.8" />
      <rect x="8.5" y="4" width="3" height="11" rx="0.8" />
      <rect x="13" y="7.5" width="3" height="7.5" rx="0.8" />
    </>
  ),
  coupons: (
    <>
      <path d="M3 5.5h14v3a1.5 1.5 0 0 0 0 3v3H3v-3a1.5 1.5 0 0 0 0-3z" />
      <path d="M12 7.2v.1M12 10v.1M12 12.7v.1" />
    </>
  ),
  comments: (
    <>
      <path d="M4.5 3.5h11A1.5 1.5 0 0 1 17 5v7a1.5 1.5 0 0 1-1.5 1.5H9.5L6 16.8v-3.3H4.5A1.5 1.5 0 0 1 3 12V5a1.5 1.5 0 0 1 1.5-1.5Z" />
      <path d="M6.5 7h7M6.5 10h4.5" />
    </>
  ),
  members: (
    <>
      <rect x="2.5" y="4.5" width="15" height="11" rx="1.6" />
      <path d="M2.5 8.2h15M5.5 12.2h4M13 12.2h1.5" />
    </>
  ),
  settings: (
    <>
      <path d="M3 5.5h8M15 5.5h2M3 10h2M9 10h8M3 14.5h7M14 14.5h3" />
      <circle cx="13" cy="5.5" r="1.8" />
      <circle cx="7" cy="10" r="1.8" />
      <circle cx="12" cy="14.5" r="1.8" />
    </>
  ),
  help: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M7.9 8a2.1 2.1 0 1 1 3 1.9c-.6.3-.9.7-.9 1.5" />
      <path d="M10 13.8v.1" />
    </>
  ),
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof drawings

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {drawings[name]}
    </svg>
  )
}
