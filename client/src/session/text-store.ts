/** Where a device keeps what the server does not have yet. */
export interface TextStore {
  read(): string | null
  write(value: string | null): void
}

/** A browser that keeps nothing remembers for one visit. */
export function browserStore(key: string): TextStore {
  return {
    read() {
      try {
        return localStorage.getItem(key)
      } catch {
        return null
      }
    },
    write(value) {
      try {
        if (value === null) localStorage.removeItem(key)
        else localStorage.setItem(key, value)
      } catch {
        // see above
      }
    },
  }
}
