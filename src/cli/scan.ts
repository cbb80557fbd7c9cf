export async function scanCommand(..._: unknown[]): Promise<number> { return 70 }
