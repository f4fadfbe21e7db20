/** The product's mark: a dilemma and a remedy, linked. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden focusable="false">
      <rect x="1" y="1" width="24" height="24" rx="7" fill="#22576b" />
      <path d="M7 17.5c4-1 6-4 6-4s2-3 6-4" stroke="#fff" strokeWidth="2.4" fill="none" strokeLinecap="round" />
      <circle cx="7" cy="17.5" r="2.6" fill="#f3b3a5" />
      <circle cx="19" cy="9.3" r="2.6" fill="#a8e2c9" />
    </svg>
  )
}
