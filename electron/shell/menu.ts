import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { ShellTexts } from './menu-texts.ts'

/** The menu bar. Single keys belong to the face; the shell takes only combinations with Ctrl, Alt or F11. */
export function installMenu(texts: ShellTexts, platform: string): void {
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const template: MenuItemConstructorOptions[] = [
    {
      label: texts.desk,
      submenu: [{ role: 'about', label: texts.about }, separator, { role: 'quit', label: texts.quit }],
    },
    {
      label: texts.edit,
      submenu: [
        { role: 'undo', label: texts.undo },
        { role: 'redo', label: texts.redo },
        separator,
        { role: 'cut', label: texts.cut },
        { role: 'copy', label: texts.copy },
        { role: 'paste', label: texts.paste },
        { role: 'selectAll', label: texts.selectAll },
      ],
    },
    {
      label: texts.view,
      submenu: [
        { role: 'zoomIn', label: texts.zoomIn },
        { role: 'zoomOut', label: texts.zoomOut },
        { role: 'resetZoom', label: texts.zoomReset },
        separator,
        {
          role: 'togglefullscreen',
          label: texts.fullScreen,
          accelerator: platform === 'darwin' ? 'Ctrl+Cmd+F' : 'F11',
        },
        { role: 'reload', label: texts.reload, accelerator: 'CmdOrCtrl+Shift+R' },
      ],
    },
    {
      label: texts.window,
      submenu: [
        { role: 'minimize', label: texts.minimise },
        { role: 'close', label: texts.close },
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
