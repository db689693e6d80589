/** Why a sealed secret does not open: a code and facts, which name keys by their ids and show nothing of them. */
export class SecretNotOpened extends Error {
  private constructor(
    readonly code: 'not_a_sealed_secret' | 'sealed_with_another_key' | 'sealed_secret_changed',
    readonly facts: Readonly<Record<string, string>>,
  ) {
    super(`${code}: ${JSON.stringify(facts)}`);
    this.name = 'SecretNotOpened';
  }

  static notSealed(): SecretNotOpened {
    return new SecretNotOpened('not_a_sealed_secret', {});
  }

  static withAnotherKey(ids: { key: string; ours: string }): SecretNotOpened {
    return new SecretNotOpened('sealed_with_another_key', ids);
  }

  static changed(): SecretNotOpened {
    return new SecretNotOpened('sealed_secret_changed', {});
  }
}
