/** Origin of the transactions in which a canvas writes what this person did on it. */
export const CANVAS_ORIGIN: object = { name: 'canvas' }
