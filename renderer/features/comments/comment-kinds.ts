/** Cards are looked at over a week, a month or any dates: a day has too few of them. */
export const commentKinds = ['week', 'month', 'range'] as const
