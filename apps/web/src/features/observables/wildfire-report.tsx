import { Button, Group, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { LookupAge, LookupStateText, PROVIDER_NAMES } from '../../components/ui/lookup-state'
import { Panel } from '../../components/ui/panel'
import { ValueButtons } from '../../components/ui/value-actions'
import { ValueText } from '../../components/ui/value-text'
import { VerdictBadge, VerdictText } from '../../components/ui/verdict-badge'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { WildfirePanel_WildfireAnalysisFragment } from '../../gql/graphql'
import { formatBytes, formatCount, formatCounted } from '../../lib/format'
import { Facts } from './facts'
import { KIND_NOUNS, observableKey } from './observable-words'
import { RefreshButton } from './refresh-button'
import { ReportDownloads } from './report-summary'
import classes from './observables.module.css'

const WildfirePanel_WildfireAnalysis = graphql(`
  fragment WildfirePanel_WildfireAnalysis on WildfireAnalysis {
    ...VerdictText_WildfireAnalysis
    status {
      provider
      state
      reason
      answeredAt
      refreshing
    }
    reportStatus {
      provider
      state
      reason
      answeredAt
      refreshing
    }
    report {
      fetchedAt
      malware
      fileType
      size
      sha256
      sha1
      md5
      signer
      families
      platforms {
        platform
        software
        malware
        summary {
          text
          details
          score
        }
        processes {
          action
          subject
          detail
        }
        files {
          action
          subject
          detail
        }
        network {
          action
          subject
          detail
        }
      }
      indicators {
        kind
        value
        verdict
      }
      xmlPath
      pdfPath
    }
  }
`)

type Report = NonNullable<WildfirePanel_WildfireAnalysisFragment['report']>
type Platform = Report['platforms'][number]

interface WildfirePanelProps {
  readonly hash: string
  readonly wildfire: FragmentType<typeof WildfirePanel_WildfireAnalysis>
}

/** What WildFire says of a file: the verdict, then what its sandboxes saw. */
export function WildfirePanel({ hash, wildfire: masked }: WildfirePanelProps) {
  const wildfire = readFragment(WildfirePanel_WildfireAnalysis, masked)
  const { status, reportStatus, report } = wildfire
  return (
    <Panel title="WildFire" actions={report && <ReportDownloads {...report} />}>
      <div className={classes['lines']}>
        <VerdictText wildfire={wildfire} />
        <Group gap="xs">
          <LookupAge source={PROVIDER_NAMES.WILDFIRE_VERDICT} lookup={status} />
          <RefreshButton kind="FILE_HASH" value={hash} provider="WILDFIRE_VERDICT" label="Ask for the verdict" />
        </Group>
      </div>
      <div className={classes['lines']}>
        {report === null && (
          <>
            Report <LookupStateText lookup={reportStatus.state === 'KNOWN' ? { state: 'PENDING', reason: null } : reportStatus} />
          </>
        )}
        <Group gap="xs">
          <LookupAge source={PROVIDER_NAMES.WILDFIRE_REPORT} lookup={reportStatus} />
          <RefreshButton kind="FILE_HASH" value={hash} provider="WILDFIRE_REPORT" label="Ask for the report" />
        </Group>
      </div>
      {report && <ReportBody report={report} />}
    </Panel>
  )
}

function ReportBody({ report }: { report: Report }) {
  const { fileType, size, sha256, sha1, md5, signer, families, platforms, indicators } = report
  return (
    <>
      <Facts
        facts={[
          ['Family', families.join(', ')],
          ['File type', fileType],
          ['Size', size === null ? null : formatBytes(size)],
          ['Signer', signer ?? 'unsigned'],
          ['SHA-256', sha256 && <ValueText value={sha256} mono />],
          ['SHA-1', sha1 && <ValueText value={sha1} mono />],
          ['MD5', md5 && <ValueText value={md5} mono />],
        ]}
      />
      <div>
        {platforms.map((platform, index) => (
          // A sandbox may run the same platform twice.
          <PlatformDetails key={`${platform.platform} ${index}`} platform={platform} open={index === 0} />
        ))}
      </div>
      <Indicators indicators={indicators} />
    </>
  )
}

function PlatformDetails({ platform: { platform, software, malware, summary, processes, files, network }, open }: PlatformDetailsProps) {
  return (
    <details className={classes['platform']} open={open}>
      <summary>
        <strong>{platform}</strong> {software} <VerdictBadge verdict={malware ? 'MALICIOUS' : 'BENIGN'} />{' '}
        <Text span size="xs" c="dimmed">
          {formatCounted(summary.length, 'finding')}
        </Text>
      </summary>
      <div>
        {summary.length > 0 && (
          <ul className={classes['findings']}>
            {summary
              .toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0))
              .map(({ text, details, score }, index) => (
                <li key={`${text} ${index}`}>
                  {text}
                  {score !== null && (
                    <Text span inherit c="dimmed">
                      {' '}
                      score {score}
                    </Text>
                  )}
                  {details && (
                    <Text size="xs" c="dimmed">
                      {details}
                    </Text>
                  )}
                </li>
              ))}
          </ul>
        )}
        <Activities title="Processes" activities={processes} />
        <Activities title="Files" activities={files} />
        <Activities title="Network" activities={network} />
      </div>
    </details>
  )
}

interface PlatformDetailsProps {
  readonly platform: Platform
  readonly open: boolean
}

/** So many are shown at first: a sandbox writes hundreds. */
const SHOWN = 12

function Activities({ title, activities }: { title: string; activities: Platform['files'] }) {
  const [all, setAll] = useState(false)
  if (activities.length === 0) return null
  const shown = all ? activities : activities.slice(0, SHOWN)
  return (
    <section aria-label={title}>
      <Text size="xs" fw={600} mt={6}>
        {title} {formatCount(activities.length)}
      </Text>
      <ul className={classes['activities']}>
        {shown.map(({ action, subject, detail }, index) => (
          <li key={index}>
            <Text span inherit c="dimmed">
              {action}
            </Text>{' '}
            {subject}
            {detail && (
              <Text span inherit c="dimmed">
                {' '}
                {detail}
              </Text>
            )}
          </li>
        ))}
      </ul>
      {shown.length < activities.length && <More onClick={() => setAll(true)}>Show all {formatCount(activities.length)}</More>}
    </section>
  )
}

function More({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button variant="default" size="compact-xs" onClick={onClick}>
      {children}
    </Button>
  )
}

/** Each one click from a list. */
function Indicators({ indicators }: { indicators: Report['indicators'] }) {
  const [all, setAll] = useState(false)
  if (indicators.length === 0) return null
  const shown = all ? indicators : indicators.slice(0, SHOWN)
  return (
    <section aria-label="Indicators">
      <Text size="sm" fw={600} mb={4}>
        Indicators {formatCount(indicators.length)}
      </Text>
      <ul className={classes['indicators']}>
        {shown.map(indicator => (
          <li key={observableKey(indicator)}>
            <div>
              <ValueText value={indicator.value} kind={indicator.kind} mono />{' '}
              <Text span size="xs" c="dimmed">
                {KIND_NOUNS[indicator.kind]}
              </Text>{' '}
              {indicator.verdict !== null && <VerdictBadge verdict={indicator.verdict} />}
            </div>
            <ValueButtons kind={indicator.kind} value={indicator.value} onlyFirst />
          </li>
        ))}
      </ul>
      {shown.length < indicators.length && <More onClick={() => setAll(true)}>Show all {formatCount(indicators.length)}</More>}
    </section>
  )
}
