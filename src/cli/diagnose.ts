export async function diagnoseCommand(..._: unknown[]): Promise<number> { return 70 }
export async function resumeCommand(..._: unknown[]): Promise<number> { return 70 }
