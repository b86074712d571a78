import { Anchor } from '@mantine/core'
import ReactMarkdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import classes from './markdown.module.css'

/** Of the web or mail; all else (javascript:, data:, relative ones) is no link. */
export function markdownHref(address: string): string {
  return /^(https?:\/\/|mailto:)/i.test(address) ? address : ''
}

const PARTS: Components = {
  a: ({ href, children }) =>
    href ? (
      <Anchor href={href} target="_blank" rel="noopener noreferrer nofollow" inherit>
        {children}
      </Anchor>
    ) : (
      <span>{children}</span>
    ),
  // A comment is a part of a page: its headings are no headings of the page.
  h1: ({ children }) => <p className={classes['heading']}>{children}</p>,
  h2: ({ children }) => <p className={classes['heading']}>{children}</p>,
  h3: ({ children }) => <p className={classes['heading']}>{children}</p>,
}

const PLUGINS = [remarkGfm]
/** An image would tell its sender who reads when. */
const NEVER = ['img', 'input']

/** What people wrote, as Markdown: no HTML, no images, links of the web and mail only. */
export function Markdown({ children }: { children: string }) {
  return (
    <div className={classes['markdown']}>
      <ReactMarkdown remarkPlugins={PLUGINS} components={PARTS} disallowedElements={NEVER} urlTransform={markdownHref} skipHtml={false}>
        {children}
      </ReactMarkdown>
    </div>
  )
}
