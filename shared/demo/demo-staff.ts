/** Staff of the practice venue; all of them share one PIN, as api.md says. */
export const demoStaff = [
  { staffNo: '1001', name: '林晓雯', role: 'desk' },
  { staffNo: '1002', name: '陈可', role: 'desk' },
  { staffNo: '1101', name: '周敏', role: 'floor' },
  { staffNo: '2001', name: '吴建国', role: 'supervisor' },
  { staffNo: '3001', name: '何静', role: 'manager' },
  { staffNo: '9001', name: '系统管理员', role: 'admin' },
] as const

export const practicePin = '135790'
