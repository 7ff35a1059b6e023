/**
 * Every colour, size and type step of the face, light and dark, in one place. CSS reads them as variables
 * (`installTokens`), antd as its theme (`antd-theme.ts`); nothing else names a colour.
 */

const fontStack =
  '"Desk Latin Dot", "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif'

export const scale = {
  font: fontStack,
  text: { small: 12, dense: 13, base: 14, large: 16, title: 20, answer: 28 },
  radius: 6,
  height: { topBar: 44, statusBar: 24, sideBar: 64, tableRow: 32, boardRow: 30, input: 36, bookingInput: 44 },
  motionMs: 120,
} as const

const light = {
  page: '#F4F5F7',
  surface: '#FFFFFF',
  raised: '#FFFFFF',
  line: '#E4E7EC',
  'line-strong': '#CBD1DA',
  'text-1': '#1A1E26',
  'text-2': '#556070',
  'text-3': '#818B9A',
  'text-item': '#465060',
  accent: '#0958D9',
  'accent-ink': '#FFFFFF',
  good: '#17733F',
  warn: '#8F5600',
  bad: '#B3261E',
  'good-dot': '#17733F',
  'warn-dot': '#C77700',
  now: '#D92D20',
  'now-ink': '#FFFFFF',
  'tint-accent': '#EAF1FD',
  'tint-good': '#EAF6EF',
  'tint-warn': '#FDF4E3',
  'tint-bad': '#FCEDEC',
  quiet: '#F8F9FA',
  shadow: '0 6px 20px rgba(20, 28, 45, 0.14), 0 1px 3px rgba(20, 28, 45, 0.1)',
  'next-day': 'rgba(30, 50, 90, 0.035)',
  'strip-bar': 'rgba(124, 139, 161, 0.26)',
  'strip-past': 'rgba(124, 139, 161, 0.1)',
  'strip-full': 'rgba(179, 38, 30, 0.16)',
  'ask-band': 'rgba(9, 88, 217, 0.05)',
  'body-free': '#FFFFFF',
  'body-reserved': '#DDEBF5',
  'body-held': '#EAF5FD',
  'body-in-use': '#FBE4D6',
  'body-due-soon': '#FBF6B8',
  'body-settled': '#D5EFE6',
  'body-late': '#F7E3EE',
  'body-blocked': '#E3E3E5',
  'body-past': '#F0F2F5',
  'elapsed-in-use': '#F6CDB2',
  'edge-free': '#818B9A',
  'edge-held': '#2B7FB8',
  'edge-due-soon': '#B7A600',
  bar: '#7FA6DE',
  'pattern-diagonal': 'rgba(183, 166, 0, 0.55)',
  'pattern-dots': 'rgba(0, 158, 115, 0.5)',
  'pattern-vertical': 'rgba(184, 90, 144, 0.42)',
  'pattern-hatch': 'rgba(89, 89, 89, 0.4)',
  // Scores of 1 to 5: from orange over grey to blue, so that red and green need not be told apart.
  'score-1': '#E58A3C',
  'score-2': '#F6C99B',
  'score-3': '#DDE1E7',
  'score-4': '#B5D2F0',
  'score-5': '#6BA5E0',
  'score-ink': '#0B0D10',
  // Room types from small to large, stacked in charts.
  'chart-1': '#C4D8F2',
  'chart-2': '#8FB3E4',
  'chart-3': '#5A8CD2',
  'chart-4': '#2F66B8',
  'chart-5': '#1B4488',
  'chart-6': '#10294F',
} as const

export type TokenName = keyof typeof light

const dark: Record<TokenName, string> = {
  page: '#0F1216',
  surface: '#171B21',
  raised: '#1F252D',
  line: '#2A313B',
  'line-strong': '#3C4552',
  'text-1': '#E9ECF1',
  'text-2': '#A7B0BE',
  'text-3': '#7A8494',
  'text-item': '#A7B0BE',
  accent: '#5C9DFF',
  'accent-ink': '#0B0D10',
  good: '#5FD08F',
  warn: '#F0B429',
  bad: '#FF8A80',
  'good-dot': '#5FD08F',
  'warn-dot': '#F0B429',
  now: '#FF6B60',
  'now-ink': '#0B0D10',
  'tint-accent': '#1A2A45',
  'tint-good': '#15291F',
  'tint-warn': '#2C2415',
  'tint-bad': '#341E1E',
  quiet: '#1B2027',
  shadow: '0 8px 24px rgba(0, 0, 0, 0.55), 0 0 0 1px rgba(255, 255, 255, 0.04)',
  'next-day': 'rgba(120, 150, 220, 0.05)',
  'strip-bar': 'rgba(124, 139, 161, 0.26)',
  'strip-past': 'rgba(124, 139, 161, 0.1)',
  'strip-full': 'rgba(255, 138, 128, 0.16)',
  'ask-band': 'rgba(92, 157, 255, 0.07)',
  'body-free': '#171B21',
  'body-reserved': '#12304A',
  'body-held': '#1D3443',
  'body-in-use': '#47270F',
  'body-due-soon': '#4A4718',
  'body-settled': '#0F3A31',
  'body-late': '#472C3B',
  'body-blocked': '#2F3237',
  'body-past': '#1D222A',
  'elapsed-in-use': '#5A3213',
  'edge-free': '#7A8494',
  'edge-held': '#9AD0F5',
  'edge-due-soon': '#F0E442',
  bar: '#4E7FC4',
  'pattern-diagonal': 'rgba(240, 228, 66, 0.42)',
  'pattern-dots': 'rgba(25, 199, 150, 0.55)',
  'pattern-vertical': 'rgba(204, 121, 167, 0.55)',
  'pattern-hatch': 'rgba(154, 160, 168, 0.45)',
  'score-1': '#D97F33',
  'score-2': '#E5B98B',
  'score-3': '#9AA3AF',
  'score-4': '#9FC1E6',
  'score-5': '#5C9DFF',
  'score-ink': '#0B0D10',
  'chart-1': '#27476F',
  'chart-2': '#36649C',
  'chart-3': '#4E86C9',
  'chart-4': '#7CAAE3',
  'chart-5': '#ABCBF2',
  'chart-6': '#D8E7FA',
}

/** Room state colours (Okabe–Ito): the same in light and dark, always with their pattern and letter. */
const states = {
  'state-free': '#FFFFFF',
  'state-reserved': '#0072B2',
  'state-held': '#9AD0F5',
  'state-in-use': '#D55E00',
  'state-due-soon': '#F0E442',
  'state-settled': '#009E73',
  'state-late': '#CC79A7',
  'state-blocked': '#595959',
  'state-ink': '#0B0D10',
  'state-ink-inverse': '#FFFFFF',
} as const

export type Appearance = 'light' | 'dark'
export const palette: Record<Appearance, Record<TokenName, string>> = { light, dark }

const declarations = (values: Record<string, string>): string =>
  Object.entries(values)
    .map(([name, value]) => `--${name}: ${value};`)
    .join('')

/** The style sheet that carries the tokens as CSS variables. */
export function tokenSheet(): string {
  const { height, text } = scale
  const common = declarations({
    ...states,
    font: fontStack,
    radius: `${scale.radius}px`,
    motion: `${scale.motionMs}ms`,
    'top-bar': `${height.topBar}px`,
    'side-bar': `${height.sideBar}px`,
    'status-bar': `${height.statusBar}px`,
    'table-row': `${height.tableRow}px`,
    'board-row': `${height.boardRow}px`,
    input: `${height.input}px`,
    'booking-input': `${height.bookingInput}px`,
    'text-small': `${text.small}px`,
    'text-dense': `${text.dense}px`,
    'text-base': `${text.base}px`,
    'text-large': `${text.large}px`,
    'text-title': `${text.title}px`,
    'text-answer': `${text.answer}px`,
  })
  return `:root{${common}${declarations(light)}color-scheme:light}:root[data-theme="dark"]{${declarations(dark)}color-scheme:dark}@media (prefers-reduced-motion: reduce){:root{--motion: 0.001ms}}`
}

/** Hands the tokens to the page; a constructed sheet needs no inline style. */
export function installTokens(target: Document): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(tokenSheet())
  target.adoptedStyleSheets = [sheet, ...target.adoptedStyleSheets]
}
