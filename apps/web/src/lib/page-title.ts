import { useEffect } from 'react'

/** Names the browser's tab, and tells screen readers where they are. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Sallyport`
  }, [title])
}
