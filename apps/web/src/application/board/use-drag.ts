/** Cards are dragged by the pointer alone: where fingers point, and for whoever uses no pointer, there is the menu. */
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { Stage } from '@app/contracts/words';
import { useEffect, useRef, useState } from 'react';
import type { Application } from '../../api/shapes.js';

const CARD = 'card';
const TARGET = 'target';
const hasPointer = () => matchMedia('(pointer: fine)').matches;

export function useCard(application: Application) {
  const ref = useRef<HTMLLIElement>(null);
  const latest = useRef(application);
  latest.current = application;
  useEffect(
    () =>
      hasPointer()
        ? draggable({ element: ref.current!, getInitialData: () => ({ [CARD]: latest.current }) })
        : undefined,
    [],
  );
  return ref;
}

export function useTarget<Place extends HTMLElement>(stage: Stage) {
  const ref = useRef<Place>(null);
  const [isOver, setOver] = useState(false);
  useEffect(
    () =>
      dropTargetForElements({
        element: ref.current!,
        getData: () => ({ [TARGET]: stage }),
        canDrop: ({ source }) => CARD in source.data,
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: () => setOver(false),
      }),
    [stage],
  );
  return { ref, isOver };
}

/** The card that is being dragged, and where it is dropped. */
export function useDragged(onDrop: (application: Application, target: Stage) => void): Application | null {
  const [dragged, setDragged] = useState<Application | null>(null);
  const drop = useRef(onDrop);
  drop.current = onDrop;
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => CARD in source.data,
        onDragStart: ({ source }) => setDragged(source.data[CARD] as Application),
        onDrop: ({ source, location }) => {
          setDragged(null);
          const target = location.current.dropTargets[0]?.data[TARGET] as Stage | undefined;
          if (target !== undefined) drop.current(source.data[CARD] as Application, target);
        },
      }),
    [],
  );
  return dragged;
}
