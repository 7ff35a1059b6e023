/** The words of the shell itself: its menu and its one dialog. The face has its own catalogue. */
const simplified = {
  desk: '预约台',
  about: '关于预约台',
  quit: '退出',
  edit: '编辑',
  undo: '撤销输入',
  redo: '重做输入',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  view: '显示',
  reload: '重新载入',
  zoomIn: '放大',
  zoomOut: '缩小',
  zoomReset: '实际大小',
  fullScreen: '全屏',
  window: '窗口',
  minimise: '最小化',
  close: '关闭窗口',
  startFailed: '预约台没有启动',
}

export type ShellTexts = typeof simplified

const traditional: ShellTexts = {
  desk: '預約台',
  about: '關於預約台',
  quit: '結束',
  edit: '編輯',
  undo: '還原輸入',
  redo: '重做輸入',
  cut: '剪下',
  copy: '複製',
  paste: '貼上',
  selectAll: '全選',
  view: '顯示',
  reload: '重新載入',
  zoomIn: '放大',
  zoomOut: '縮小',
  zoomReset: '實際大小',
  fullScreen: '全螢幕',
  window: '視窗',
  minimise: '最小化',
  close: '關閉視窗',
  startFailed: '預約台沒有啟動',
}

const english: ShellTexts = {
  desk: 'KTV Desk',
  about: 'About KTV Desk',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo typing',
  redo: 'Redo typing',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  reload: 'Reload',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Actual size',
  fullScreen: 'Full screen',
  window: 'Window',
  minimise: 'Minimise',
  close: 'Close window',
  startFailed: 'The desk did not start',
}

/** Chinese unless the system is set to English; the traditional script where it is the system's. */
export function shellTexts(locale: string): ShellTexts {
  if (/^en\b/i.test(locale)) return english
  return /^zh-(TW|HK|MO|Hant)/i.test(locale) ? traditional : simplified
}
