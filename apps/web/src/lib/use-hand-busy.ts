import { useSyncExternalStore } from 'react'
import { takesKeys } from './shortcuts'

/** Whether the focus is in a field, a menu or a dialog: somebody is in the middle of something. */
export function useHandBusy(): boolean {
  return useSyncExternalStore(subscribe, () => takesKeys(document.activeElement))
}

function subscribe(listener: () => void): () => void {
  document.addEventListener('focusin', listener)
  document.addEventListener('focusout', listener)
  return () => {
    document.removeEventListener('focusin', listener)
    document.removeEventListener('focusout', listener)
  }
}
