import { type ThemeConfig, theme } from 'antd'
import { type Appearance, palette, scale } from './tokens.ts'

/** antd drawn from the same tokens as the rest of the face. */
export function antdTheme(appearance: Appearance): ThemeConfig {
  const color = palette[appearance]
  return {
    algorithm: appearance === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: color.accent,
      colorInfo: color.accent,
      colorLink: color.accent,
      colorSuccess: color.good,
      colorWarning: color.warn,
      colorError: color.bad,
      colorText: color['text-1'],
      colorTextSecondary: color['text-2'],
      colorTextTertiary: color['text-2'],
      colorTextPlaceholder: color['text-2'],
      colorTextDisabled: color['text-3'],
      colorTextLightSolid: color['accent-ink'],
      colorBgLayout: color.page,
      colorBgContainer: color.surface,
      colorBgElevated: color.raised,
      colorBorder: color['line-strong'],
      colorBorderSecondary: color.line,
      fontFamily: scale.font,
      fontSize: scale.text.base,
      borderRadius: scale.radius,
      controlHeight: scale.height.input,
      lineHeight: 1.45,
      fontWeightStrong: 600,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.12s',
      boxShadow: color.shadow,
      boxShadowSecondary: color.shadow,
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 400 },
      Table: { headerBg: color.quiet, headerColor: color['text-2'], cellPaddingBlock: 5, rowHoverBg: color.quiet },
      Input: { activeShadow: `0 0 0 2px ${color['tint-accent']}` },
    },
  }
}
