interface Operation {
  readonly summary?: string
  readonly parameters?: readonly unknown[]
  readonly requestBody?: unknown
  readonly responses?: Readonly<Record<string, unknown>>
}

interface Spec {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string }
  readonly paths?: Readonly<Record<string, unknown>>
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)

const block = (title: string, value: unknown): string =>
  value === undefined
    ? ''
    : `<details><summary>${title}</summary><pre>${escaped(JSON.stringify(value, null, 2))}</pre></details>`

function operationHtml(path: string, method: string, operation: Operation): string {
  const success = Object.entries(operation.responses ?? {}).find(([status]) => status.startsWith('2'))
  return `<section><h2><b class="${method}">${method.toUpperCase()}</b> <code>${escaped(path)}</code>
    <small>${escaped(operation.summary ?? '')}</small></h2>
    ${block('参数 · parameters', operation.parameters)}
    ${block('内容 · body', operation.requestBody)}
    ${block(`答复 · answer ${success?.[0] ?? ''}`, success?.[1])}</section>`
}

const style = `
  body{font:15px/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;max-width:960px;margin:0 auto;padding:24px;color:#1f2328;background:#fff}
  h1{font-size:24px} h2{font-size:16px;margin:0} small{color:#57606a;font-weight:400;margin-left:8px}
  section{border:1px solid #d0d7de;border-radius:8px;padding:12px 16px;margin:10px 0}
  b{display:inline-block;min-width:64px;font-size:12px;color:#fff;text-align:center;border-radius:4px;padding:2px 6px}
  .get{background:#0958d9}.post{background:#237804}.put{background:#ad4e00}.patch{background:#ad4e00}.delete{background:#a8071a}
  pre{background:#f6f8fa;padding:12px;border-radius:6px;overflow:auto;font-size:12px} summary{cursor:pointer;color:#0958d9}
  @media(prefers-color-scheme:dark){body{background:#141414;color:#e6edf3}section{border-color:#424242}pre{background:#1f1f1f}small{color:#9aa4af}summary{color:#69b1ff}}`

/** The API to read: one section for each call, folded shapes, nothing loaded from anywhere. */
export function docsPage(spec: Spec): string {
  const sections = Object.entries(spec.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = (item as Partial<Record<string, Operation>>)[method]
      return operation ? [operationHtml(path, method, operation)] : []
    }),
  )
  return `<!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>${escaped(spec.info.title)} API</title><style>${style}</style>
    <h1>${escaped(spec.info.title)} API <small>${escaped(spec.info.version)}</small></h1>
    <p>${escaped(spec.info.description ?? '')}</p>
    <p>Authorization: Bearer …（<code>POST /sessions</code>）；每次写入带 <code>Idempotency-Key</code>；实时流 <code>WS /live?after=SEQ</code>；
    <a href="openapi.json">openapi.json</a></p>
    ${sections.join('\n')}</html>`
}
