import { Anchor, Group, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { LookupStateText } from '../../components/ui/lookup-state'
import { TimeText } from '../../components/ui/time-text'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { ReportSummary_WildfireAnalysisFragment } from '../../gql/graphql'
import { safeHref } from '../../lib/safe-href'
import classes from './observables.module.css'

const ReportSummary_WildfireAnalysis = graphql(`
  fragment ReportSummary_WildfireAnalysis on WildfireAnalysis {
    reportStatus {
      provider
      state
      reason
      answeredAt
      refreshing
    }
    report {
      fetchedAt
      families
      fileType
      signer
      xmlPath
      pdfPath
      platforms {
        platform
        malware
        summary {
          text
          details
          score
        }
      }
    }
  }
`)

type Report = NonNullable<ReportSummary_WildfireAnalysisFragment['report']>

/** So many findings say what a file does; the rest is in the report. */
const FINDINGS = 3

/** The worst of what the sandboxes saw, each once. */
export function worstFindings(platforms: Report['platforms']): readonly Report['platforms'][number]['summary'][number][] {
  const byText = new Map<string, Report['platforms'][number]['summary'][number]>()
  for (const finding of platforms.flatMap(({ summary }) => summary)) {
    const known = byText.get(finding.text)
    if (!known || (finding.score ?? 0) > (known.score ?? 0)) byText.set(finding.text, finding)
  }
  return [...byText.values()].toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0)).slice(0, FINDINGS)
}

/** What kind of file it is and the worst it does; the downloads. Or how far asking for the report has come. */
export function ReportSummary({ wildfire }: { wildfire: FragmentType<typeof ReportSummary_WildfireAnalysis> }) {
  const { reportStatus, report } = readFragment(ReportSummary_WildfireAnalysis, wildfire)
  if (report === null) {
    // The state may come ahead of the report.
    const lookup = reportStatus.state === 'KNOWN' ? { ...reportStatus, state: 'PENDING' as const } : reportStatus
    return (
      <Text size="xs">
        Report <LookupStateText lookup={lookup} />
      </Text>
    )
  }
  const about = [report.families.join(', '), report.fileType, report.signer === null ? 'unsigned' : `signed by ${report.signer}`]
  return (
    <div>
      <div>{about.filter(Boolean).join(' · ')}</div>
      <ul className={classes['findings']}>
        {worstFindings(report.platforms).map(({ text, score }) => (
          <li key={text}>
            {text}
            {score !== null && (
              <Text span inherit c="dimmed">
                {' '}
                score {score}
              </Text>
            )}
          </li>
        ))}
      </ul>
      <Group gap="2px 12px">
        <ReportDownloads {...report} />
        <Text span size="xs" c="dimmed">
          WildFire report · <TimeText at={report.fetchedAt} relative />
        </Text>
      </Group>
    </div>
  )
}

/** The report as WildFire wrote it, through this server. */
export function ReportDownloads({ xmlPath, pdfPath }: Pick<Report, 'xmlPath' | 'pdfPath'>) {
  const files = [
    ['PDF', pdfPath],
    ['XML', xmlPath],
  ] as const
  return files.map(([name, path]) => {
    const href = safeHref(path)
    return (
      href !== null && (
        <Anchor key={name} href={href} download size="xs">
          <Group component="span" gap={3} wrap="nowrap">
            <IconDownload size={12} aria-hidden /> Report {name}
          </Group>
        </Anchor>
      )
    )
  })
}
