import { describe, expect, it } from 'vitest'
import { readStaff } from './staff-lines.ts'

describe('staff typed one a line', () => {
  it('reads number, name, role and PIN', () => {
    expect(readStaff('1001 林晓雯 客服 135790\n\n2001，周敏，主管，246802', '9001')).toEqual({
      staff: [
        { staffNo: '1001', name: '林晓雯', role: 'desk', pin: '135790' },
        { staffNo: '2001', name: '周敏', role: 'supervisor', pin: '246802' },
      ],
      wrong: [],
    })
  })

  it.each([
    ['a PIN shorter than six', '1001 林 客服 12345'],
    ['an unknown role', '1001 林 店长 135790'],
    ['a missing word', '1001 客服 135790'],
    ['the administrator’s number', '9001 林 客服 135790'],
    ['a number that is no number', '林 1001 客服 135790'],
  ])('names the line with %s', (_what, line) => {
    expect(readStaff(`1002 周 现场 135790\n${line}`, '9001').wrong).toEqual([2])
  })

  it('names a number that stands twice', () => {
    expect(readStaff('1001 林 客服 135790\n1001 周 客服 135790', '9001').wrong).toEqual([2])
  })
})
