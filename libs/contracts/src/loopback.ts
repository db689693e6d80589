const LOOPBACK = /^(?:(?:[^.]+\.)?localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether it is this machine by its own name, with a port or without. `host` as a URL has it. */
export const isLoopback = (host: string): boolean => LOOPBACK.test(nameOf(host));

const nameOf = (host: string): string => /^(.*?)(?::\d+)?$/.exec(host)?.[1] ?? host;
