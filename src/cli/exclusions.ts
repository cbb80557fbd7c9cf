export async function exclusionsCommand(..._: unknown[]): Promise<number> { return 70 }
