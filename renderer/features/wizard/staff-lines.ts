/** Someone besides the administrator, as typed in the wizard. */
export interface TypedStaff {
  readonly staffNo: string
  readonly name: string
  readonly role: 'desk' | 'floor' | 'supervisor' | 'manager'
  readonly pin: string
}

const roles: Readonly<Record<string, TypedStaff['role']>> = {
  客服: 'desk',
  desk: 'desk',
  现场: 'floor',
  現場: 'floor',
  floor: 'floor',
  主管: 'supervisor',
  supervisor: 'supervisor',
  经理: 'manager',
  經理: 'manager',
  manager: 'manager',
}

/**
 * Reads staff one a line: number, name, role, PIN (`1001 林晓雯 客服 135790`). `wrong` names the lines (from 1) that are
 * not understood: a word missing, an unknown role, a PIN shorter than six, or a number that stands twice.
 */
export function readStaff(text: string, adminNo: string): { staff: readonly TypedStaff[]; wrong: readonly number[] } {
  const staff: TypedStaff[] = []
  const wrong: number[] = []
  const numbers = new Set([adminNo])
  for (const [index, raw] of text.split('\n').entries()) {
    if (raw.trim() === '') continue
    const [staffNo = '', name = '', roleWord = '', pin = '', more] = raw.trim().split(/[\s,，]+/)
    const role = roles[roleWord.toLowerCase()]
    const isRight = /^[A-Za-z0-9]{1,12}$/.test(staffNo) && name.length <= 20 && pin.length >= 6 && more === undefined
    if (!isRight || role === undefined || numbers.has(staffNo)) wrong.push(index + 1)
    else {
      numbers.add(staffNo)
      staff.push({ staffNo, name, role, pin })
    }
  }
  return { staff, wrong }
}
