/** Plays the story of a rejection on sample data, with delays of seconds, against the API that runs. */
export interface Demo {
  apiUrl: string;
  token: string;
  print(line: string): void;
}

export async function playDemo({ print }: Demo): Promise<void> {
  print('The demonstration has no scenes yet.');
}
