import { useMemo } from 'react'
import { encode } from 'uqr'

/** Modules of white that scanners need around a code (ISO 18004 asks for 4). */
const QUIET_ZONE = 4

/** The dark modules as one path, run by run. */
export function qrPath(data: readonly (readonly boolean[])[]): string {
  let path = ''
  data.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue
      const start = x
      while (row[x + 1]) x++
      path += `M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`
    }
  })
  return path
}

/** A QR code, always dark on white: scanners fail on inverted codes. */
export function QrCode({ value, label }: { value: string; label: string }) {
  const { path, size } = useMemo(() => {
    const code = encode(value, { ecc: 'M', border: QUIET_ZONE })
    return { path: qrPath(code.data), size: code.size }
  }, [value])
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#14181c" />
    </svg>
  )
}
