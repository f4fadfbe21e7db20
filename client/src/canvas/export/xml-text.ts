/** What XML 1.0 forbids even as a reference: a single one makes the whole picture unreadable. People paste such texts. */
// oxlint-disable-next-line no-control-regex -- control characters are what must go
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu

/** Text as the content or attribute of an XML element. */
export function xmlText(text: string): string {
  return text.replace(NOT_IN_XML, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** A finished piece of XML without what XML forbids. */
export function withoutForbidden(xml: string): string {
  return xml.replace(NOT_IN_XML, '')
}
