/** Phones upright, and phones on their side: a low window on a laptop is none. */
const SMALL_SCREEN = '(max-width: 600px), (max-height: 480px) and (pointer: coarse)'

/** Whether people get the page for phones by themselves. */
export const isSmallScreen = (): boolean => matchMedia(SMALL_SCREEN).matches
