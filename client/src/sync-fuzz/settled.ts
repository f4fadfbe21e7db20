/** Lets promises and microtasks settle; no time passes and no timer runs. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 30; i++) await Promise.resolve()
}
