/** One thing that happens, as fast-check draws, shortens and prints it. */
import type { AsyncCommand } from 'fast-check';
import type { Model } from './model.js';
import type { World } from './world.js';

export class Act<P> implements AsyncCommand<Model, World> {
  constructor(
    private readonly name: string,
    private readonly drawn: P,
    private readonly does: (world: World, drawn: P) => Promise<void>,
    private readonly needs: (model: Model) => boolean = () => true,
  ) {}

  check(model: Readonly<Model>): boolean {
    return this.needs(model as Model);
  }

  async run(_model: Model, world: World): Promise<void> {
    await this.does(world, this.drawn);
    await world.afterAct();
  }

  toString(): string {
    return `${this.name}(${JSON.stringify(this.drawn).replaceAll('"', '')})`;
  }
}

/** One of the list, whatever was drawn. */
export const at = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];
