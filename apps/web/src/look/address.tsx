/** Where it does not fit in a line, it breaks behind its @. */
export function Address({ children: email }: { children: string }) {
  const host = email.lastIndexOf('@') + 1;
  return (
    <>
      {email.slice(0, host)}
      <wbr />
      {email.slice(host)}
    </>
  );
}
