interface Known {
  updatedAt: string;
}

/** A row that was pressed is known better than the list that it stands in. */
export const newer = <Row extends Known>(inList: Row, pressed: Row | undefined): Row =>
  pressed !== undefined && pressed.updatedAt > inList.updatedAt ? pressed : inList;
