/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query AppLayout_Query {\n    viewer {\n      user {\n        id\n        name\n      }\n      permissions\n    }\n  }\n": typeof types.AppLayout_QueryDocument,
    "\n  mutation SignOut_Mutation {\n    signOut {\n      signedOut\n    }\n  }\n": typeof types.SignOut_MutationDocument,
    "\n  fragment AlertRow_Alert on Alert {\n    id\n    receivedAt\n    occurredAt\n    severity\n    subtype\n    threatName\n    action\n    blocked\n    verdict\n    repeatCount\n    app\n    rule\n    url\n    fileName\n    attackerSide\n    source {\n      address\n      user\n    }\n    destination {\n      address\n      user\n    }\n    firewall {\n      id\n      name\n      serial\n    }\n    incident {\n      id\n      number\n    }\n  }\n": typeof types.AlertRow_AlertFragmentDoc,
    "\n  fragment AlertAllFields_Alert on Alert {\n    id\n    fields {\n      key\n      label\n      value\n    }\n  }\n": typeof types.AlertAllFields_AlertFragmentDoc,
    "\n  fragment AlertRawLine_Alert on Alert {\n    id\n    raw\n    format\n    transport\n    fieldCount\n  }\n": typeof types.AlertRawLine_AlertFragmentDoc,
    "\n  query AlertPanel_Query($id: ID!) {\n    alert(id: $id) {\n      id\n      severity\n      threatName\n      fileName\n      url\n      subtype\n      truncated\n      ...AlertSummary_Alert\n      ...AlertAllFields_Alert\n      ...AlertRawLine_Alert\n    }\n  }\n": typeof types.AlertPanel_QueryDocument,
    "\n  fragment AlertSummary_Alert on Alert {\n    id\n    occurredAt\n    receivedAt\n    timeSource\n    subtype\n    action\n    blocked\n    threatId\n    threatName\n    threatCategory\n    attackerSide\n    victimSide\n    commandControl\n    direction\n    source {\n      address\n      port\n      user\n      zone\n      location\n    }\n    destination {\n      address\n      port\n      user\n      zone\n      location\n    }\n    app\n    rule\n    vsys\n    category\n    url\n    domain\n    fileName\n    fileType\n    fileDigest\n    verdict\n    reportId\n    mailSender\n    mailSubject\n    mailRecipient\n    sessionId\n    sequence\n    repeatCount\n    sender\n    linkKey\n    linkValue\n    firewall {\n      id\n      name\n      serial\n    }\n    incident {\n      id\n      number\n      title\n    }\n  }\n": typeof types.AlertSummary_AlertFragmentDoc,
    "\n  query AlertToolbar_Query {\n    sources {\n      id\n      firewalls(first: 100) {\n        nodes {\n          id\n          name\n          serial\n        }\n        pageInfo {\n          hasNextPage\n        }\n      }\n    }\n  }\n": typeof types.AlertToolbar_QueryDocument,
    "\n  query NoAlerts_Query {\n    sources {\n      id\n    }\n    alerts(first: 1) {\n      nodes {\n        id\n      }\n    }\n  }\n": typeof types.NoAlerts_QueryDocument,
    "\n  query AlertsCursor_Query {\n    alertsCursor\n  }\n": typeof types.AlertsCursor_QueryDocument,
    "\n  query Alerts_Query($first: Int!, $after: String, $filter: AlertFilter) {\n    alerts(first: $first, after: $after, filter: $filter) {\n      nodes {\n        ...AlertRow_Alert\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.Alerts_QueryDocument,
    "\n  subscription AlertsAdded_Subscription($filter: AlertFilter, $after: String) {\n    alertsAdded(filter: $filter, after: $after) {\n      alerts {\n        ...AlertRow_Alert\n      }\n      cursor\n      resyncRequired\n    }\n  }\n": typeof types.AlertsAdded_SubscriptionDocument,
    "\n  query SetUpPage_Query {\n    setUpNeeded\n  }\n": typeof types.SetUpPage_QueryDocument,
    "\n  mutation SetUp_Mutation($input: SetUpInput!) {\n    setUp(input: $input) {\n      viewer {\n        sessionExpiresAt\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.SetUp_MutationDocument,
    "\n  query SignInPage_Query {\n    viewer {\n      user {\n        id\n      }\n    }\n    setUpNeeded\n  }\n": typeof types.SignInPage_QueryDocument,
    "\n  mutation SignIn_Mutation($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer {\n        sessionExpiresAt\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.SignIn_MutationDocument,
    "\n  query Assignees_Query {\n    users(first: 100) {\n      nodes {\n        id\n        name\n        disabled\n      }\n    }\n  }\n": typeof types.Assignees_QueryDocument,
    "\n  fragment IncidentRow_Incident on Incident {\n    id\n    number\n    title\n    state\n    severity\n    linkKey\n    linkValue\n    alertCount\n    eventCount\n    blockedCount\n    allowedCount\n    lastAlertAt\n    assignee {\n      id\n      name\n    }\n    version\n  }\n": typeof types.IncidentRow_IncidentFragmentDoc,
    "\n  fragment IncidentHeader_Incident on Incident {\n    id\n    number\n    title\n    severity\n    state\n    alertCount\n    eventCount\n    allowedCount\n    lastAlertAt\n    closeSummary\n    closeDetail\n    assignee {\n      id\n      name\n    }\n  }\n": typeof types.IncidentHeader_IncidentFragmentDoc,
    "\n  fragment IncidentOverview_Incident on Incident {\n    id\n    linkKey\n    linkValue\n    linking\n    firstAlertAt\n    lastAlertAt\n    blockedCount\n    allowedCount\n    createdAt\n    source {\n      id\n      name\n    }\n    hosts {\n      role\n      address\n      location\n      count\n      firstSeenAt\n      lastSeenAt\n    }\n    users {\n      value\n      count\n    }\n    urls {\n      value\n      count\n    }\n    domains {\n      value\n      count\n    }\n    files {\n      name\n      digest\n      type\n      verdict\n      count\n    }\n    rules {\n      value\n      count\n    }\n    zones {\n      value\n      count\n    }\n    threats {\n      value\n      count\n    }\n  }\n": typeof types.IncidentOverview_IncidentFragmentDoc,
    "\n  query IncidentPage_Query($number: BigInt!) {\n    incident(number: $number) {\n      id\n      title\n      alertCount\n      ...IncidentFacts_Incident\n      ...IncidentHeader_Incident\n      ...IncidentOverview_Incident\n    }\n  }\n": typeof types.IncidentPage_QueryDocument,
    "\n  subscription IncidentChanged_Subscription($filter: IncidentFilter) {\n    incidentsChanged(filter: $filter) {\n      incidents {\n        id\n        ...IncidentFacts_Incident\n        ...IncidentHeader_Incident\n      }\n      noLongerMatchingIds\n      resyncRequired\n    }\n  }\n": typeof types.IncidentChanged_SubscriptionDocument,
    "\n  query IncidentTimeline_Query($id: ID!, $after: String) {\n    incident(id: $id) {\n      id\n      activities(first: 100, after: $after) {\n        nodes {\n          id\n          kind\n          cause\n          user {\n            id\n            name\n          }\n          fromState\n          toState\n          assignee {\n            id\n            name\n          }\n          summary\n          detail\n          createdAt\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n": typeof types.IncidentTimeline_QueryDocument,
    "\n  query StateChips_Query {\n    incidentStateCounts {\n      state\n      count\n    }\n  }\n": typeof types.StateChips_QueryDocument,
    "\n  fragment IncidentFacts_Incident on Incident {\n    id\n    number\n    state\n    version\n    allowedActions\n    assignee {\n      id\n      name\n    }\n  }\n": typeof types.IncidentFacts_IncidentFragmentDoc,
    "\n  fragment IncidentPayload on IncidentPayload {\n    incident {\n      ...IncidentFacts_Incident\n      ...IncidentHeader_Incident\n    }\n    userErrors {\n      message\n      field\n      code\n    }\n  }\n": typeof types.IncidentPayloadFragmentDoc,
    "\n  mutation IncidentOpen_Mutation($input: IncidentActionInput!) {\n    payload: incidentOpen(input: $input) {\n      ...IncidentPayload\n    }\n  }\n": typeof types.IncidentOpen_MutationDocument,
    "\n  mutation IncidentAssign_Mutation($input: IncidentAssignInput!) {\n    payload: incidentAssign(input: $input) {\n      ...IncidentPayload\n    }\n  }\n": typeof types.IncidentAssign_MutationDocument,
    "\n  mutation IncidentComment_Mutation($input: IncidentCommentInput!) {\n    payload: incidentComment(input: $input) {\n      ...IncidentPayload\n    }\n  }\n": typeof types.IncidentComment_MutationDocument,
    "\n  mutation IncidentClose_Mutation($input: IncidentCloseInput!) {\n    payload: incidentClose(input: $input) {\n      ...IncidentPayload\n    }\n  }\n": typeof types.IncidentClose_MutationDocument,
    "\n  mutation IncidentIgnore_Mutation($input: IncidentIgnoreInput!) {\n    payload: incidentIgnore(input: $input) {\n      ...IncidentPayload\n    }\n  }\n": typeof types.IncidentIgnore_MutationDocument,
    "\n  mutation IncidentReopen_Mutation($input: IncidentIgnoreInput!) {\n    payload: incidentReopen(input: $input) {\n      ...IncidentPayload\n    }\n  }\n": typeof types.IncidentReopen_MutationDocument,
    "\n  query Incidents_Query($first: Int!, $after: String, $filter: IncidentFilter) {\n    incidents(first: $first, after: $after, filter: $filter, orderBy: LAST_ALERT) {\n      nodes {\n        ...IncidentRow_Incident\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.Incidents_QueryDocument,
    "\n  subscription IncidentsChanged_Subscription($filter: IncidentFilter) {\n    incidentsChanged(filter: $filter) {\n      incidents {\n        ...IncidentRow_Incident\n      }\n      noLongerMatchingIds\n      resyncRequired\n    }\n  }\n": typeof types.IncidentsChanged_SubscriptionDocument,
    "\n  mutation SourceDelete_Mutation($input: SourceDeleteInput!) {\n    sourceDelete(input: $input) {\n      deletedId\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.SourceDelete_MutationDocument,
    "\n  fragment EditSourcePanel_Source on Source {\n    id\n    version\n    name\n    description\n    enabled\n    linkEvents\n    linkKeys\n    linkWindowSeconds\n    wildfireApiEnabled\n    wildfireApiKeySet\n    incidentMinSeverity\n    incidentVerdicts\n    incidentBlocked\n    timeZone\n  }\n": typeof types.EditSourcePanel_SourceFragmentDoc,
    "\n  mutation SourceUpdate_Mutation($input: SourceUpdateInput!) {\n    sourceUpdate(input: $input) {\n      source {\n        id\n        ...EditSourcePanel_Source\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.SourceUpdate_MutationDocument,
    "\n  mutation FirewallUpdate_Mutation($input: FirewallUpdateInput!) {\n    firewallUpdate(input: $input) {\n      firewall {\n        id\n        timeZone\n        addressOrder\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.FirewallUpdate_MutationDocument,
    "\n  fragment FirewallTable_Firewall on Firewall {\n    id\n    serial\n    name\n    address\n    panosVersion\n    fieldCount\n    timeZone\n    addressOrder\n    firstAlertAt\n    lastAlertAt\n    lastLineAt\n    alertCount\n    sequenceGaps\n    sequenceMissing\n    clockSkewMs\n    alertsPerMinute\n    outcomes {\n      ...OutcomeCounts_OutcomeCount\n    }\n  }\n": typeof types.FirewallTable_FirewallFragmentDoc,
    "\n  fragment ForwardingGuide_IngestStatus on IngestStatus {\n    syslogAddress\n    listeners {\n      transport\n      port\n      listening\n    }\n  }\n": typeof types.ForwardingGuide_IngestStatusFragmentDoc,
    "\n  fragment ListenerList_Listener on Listener {\n    transport\n    address\n    port\n    wantedPort\n    listening\n    notice\n    certificateFingerprint\n    certificatePem\n  }\n": typeof types.ListenerList_ListenerFragmentDoc,
    "\n  mutation SourceCreate_Mutation($input: SourceCreateInput!) {\n    sourceCreate(input: $input) {\n      source {\n        id\n        ...SourceDetails_Source\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.SourceCreate_MutationDocument,
    "\n  fragment OutcomeCounts_OutcomeCount on OutcomeCount {\n    outcome\n    detail\n    count\n  }\n": typeof types.OutcomeCounts_OutcomeCountFragmentDoc,
    "\n  fragment ServerStatus_IngestStatus on IngestStatus {\n    outcomes {\n      outcome\n      ...OutcomeCounts_OutcomeCount\n    }\n    listeners {\n      transport\n      ...ListenerList_Listener\n    }\n  }\n": typeof types.ServerStatus_IngestStatusFragmentDoc,
    "\n  fragment SourceDetails_Source on Source {\n    id\n    type\n    name\n    description\n    enabled\n    linkEvents\n    linkKeys\n    linkWindowSeconds\n    wildfireApiEnabled\n    wildfireApiKeySet\n    incidentMinSeverity\n    incidentVerdicts\n    incidentBlocked\n    timeZone\n    version\n    ...EditSourcePanel_Source\n    health {\n      alertCount\n      ...SourceHealth_SourceHealth\n    }\n    firewalls(first: 100) {\n      nodes {\n        id\n        ...FirewallTable_Firewall\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n": typeof types.SourceDetails_SourceFragmentDoc,
    "\n  mutation SourceEnable_Mutation($input: SourceUpdateInput!) {\n    sourceUpdate(input: $input) {\n      source {\n        id\n        enabled\n        version\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.SourceEnable_MutationDocument,
    "\n  fragment SourceHealth_SourceHealth on SourceHealth {\n    firstAlertAt\n    lastAlertAt\n    alertCount\n    alertsPerMinute\n    queuedLines\n    spooledBytes\n    spooledBatches\n    outcomes {\n      ...OutcomeCounts_OutcomeCount\n    }\n  }\n": typeof types.SourceHealth_SourceHealthFragmentDoc,
    "\n  query SourcesPage_Query {\n    sources {\n      id\n      ...SourceDetails_Source\n      health {\n        alertCount\n        outcomes {\n          outcome\n          detail\n          count\n        }\n      }\n    }\n    ingestStatus {\n      linesWithoutSource\n      databaseAvailable\n      outcomes {\n        outcome\n        count\n      }\n      ...ForwardingGuide_IngestStatus\n      ...ServerStatus_IngestStatus\n    }\n  }\n": typeof types.SourcesPage_QueryDocument,
    "\n  subscription SourcesPage_Subscription {\n    sourceHealthChanged {\n      sources {\n        id\n        ...SourceDetails_Source\n        health {\n          alertCount\n          outcomes {\n            outcome\n            detail\n            count\n          }\n        }\n      }\n      ingestStatus {\n        linesWithoutSource\n        databaseAvailable\n        outcomes {\n          outcome\n          count\n        }\n        ...ForwardingGuide_IngestStatus\n        ...ServerStatus_IngestStatus\n      }\n    }\n  }\n": typeof types.SourcesPage_SubscriptionDocument,
    "\n  query TestAlert_Cursor_Query {\n    alertsCursor\n  }\n": typeof types.TestAlert_Cursor_QueryDocument,
    "\n  subscription TestAlert_Subscription($after: String) {\n    alertsAdded(after: $after) {\n      alerts {\n        id\n        sequence\n      }\n    }\n  }\n": typeof types.TestAlert_SubscriptionDocument,
    "\n  mutation TestAlert_Mutation($input: SourceSendTestAlertInput!) {\n    sourceSendTestAlert(input: $input) {\n      sequence\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.TestAlert_MutationDocument,
    "\n  query UnreadableLines_Query($first: Int!, $after: String) {\n    unreadableLines(first: $first, after: $after) {\n      nodes {\n        id\n        receivedAt\n        sender\n        transport\n        reason\n        line\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.UnreadableLines_QueryDocument,
    "\n  mutation UnreadableLinesRetry_Mutation {\n    unreadableLinesRetry {\n      readAgain\n      nowAlerts\n      nowSetAside\n      stillUnreadable\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.UnreadableLinesRetry_MutationDocument,
    "\n  mutation UserCreate_Mutation($input: UserCreateInput!) {\n    userCreate(input: $input) {\n      user {\n        id\n        name\n        role\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.UserCreate_MutationDocument,
};
const documents: Documents = {
    "\n  query AppLayout_Query {\n    viewer {\n      user {\n        id\n        name\n      }\n      permissions\n    }\n  }\n": types.AppLayout_QueryDocument,
    "\n  mutation SignOut_Mutation {\n    signOut {\n      signedOut\n    }\n  }\n": types.SignOut_MutationDocument,
    "\n  fragment AlertRow_Alert on Alert {\n    id\n    receivedAt\n    occurredAt\n    severity\n    subtype\n    threatName\n    action\n    blocked\n    verdict\n    repeatCount\n    app\n    rule\n    url\n    fileName\n    attackerSide\n    source {\n      address\n      user\n    }\n    destination {\n      address\n      user\n    }\n    firewall {\n      id\n      name\n      serial\n    }\n    incident {\n      id\n      number\n    }\n  }\n": types.AlertRow_AlertFragmentDoc,
    "\n  fragment AlertAllFields_Alert on Alert {\n    id\n    fields {\n      key\n      label\n      value\n    }\n  }\n": types.AlertAllFields_AlertFragmentDoc,
    "\n  fragment AlertRawLine_Alert on Alert {\n    id\n    raw\n    format\n    transport\n    fieldCount\n  }\n": types.AlertRawLine_AlertFragmentDoc,
    "\n  query AlertPanel_Query($id: ID!) {\n    alert(id: $id) {\n      id\n      severity\n      threatName\n      fileName\n      url\n      subtype\n      truncated\n      ...AlertSummary_Alert\n      ...AlertAllFields_Alert\n      ...AlertRawLine_Alert\n    }\n  }\n": types.AlertPanel_QueryDocument,
    "\n  fragment AlertSummary_Alert on Alert {\n    id\n    occurredAt\n    receivedAt\n    timeSource\n    subtype\n    action\n    blocked\n    threatId\n    threatName\n    threatCategory\n    attackerSide\n    victimSide\n    commandControl\n    direction\n    source {\n      address\n      port\n      user\n      zone\n      location\n    }\n    destination {\n      address\n      port\n      user\n      zone\n      location\n    }\n    app\n    rule\n    vsys\n    category\n    url\n    domain\n    fileName\n    fileType\n    fileDigest\n    verdict\n    reportId\n    mailSender\n    mailSubject\n    mailRecipient\n    sessionId\n    sequence\n    repeatCount\n    sender\n    linkKey\n    linkValue\n    firewall {\n      id\n      name\n      serial\n    }\n    incident {\n      id\n      number\n      title\n    }\n  }\n": types.AlertSummary_AlertFragmentDoc,
    "\n  query AlertToolbar_Query {\n    sources {\n      id\n      firewalls(first: 100) {\n        nodes {\n          id\n          name\n          serial\n        }\n        pageInfo {\n          hasNextPage\n        }\n      }\n    }\n  }\n": types.AlertToolbar_QueryDocument,
    "\n  query NoAlerts_Query {\n    sources {\n      id\n    }\n    alerts(first: 1) {\n      nodes {\n        id\n      }\n    }\n  }\n": types.NoAlerts_QueryDocument,
    "\n  query AlertsCursor_Query {\n    alertsCursor\n  }\n": types.AlertsCursor_QueryDocument,
    "\n  query Alerts_Query($first: Int!, $after: String, $filter: AlertFilter) {\n    alerts(first: $first, after: $after, filter: $filter) {\n      nodes {\n        ...AlertRow_Alert\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.Alerts_QueryDocument,
    "\n  subscription AlertsAdded_Subscription($filter: AlertFilter, $after: String) {\n    alertsAdded(filter: $filter, after: $after) {\n      alerts {\n        ...AlertRow_Alert\n      }\n      cursor\n      resyncRequired\n    }\n  }\n": types.AlertsAdded_SubscriptionDocument,
    "\n  query SetUpPage_Query {\n    setUpNeeded\n  }\n": types.SetUpPage_QueryDocument,
    "\n  mutation SetUp_Mutation($input: SetUpInput!) {\n    setUp(input: $input) {\n      viewer {\n        sessionExpiresAt\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.SetUp_MutationDocument,
    "\n  query SignInPage_Query {\n    viewer {\n      user {\n        id\n      }\n    }\n    setUpNeeded\n  }\n": types.SignInPage_QueryDocument,
    "\n  mutation SignIn_Mutation($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer {\n        sessionExpiresAt\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.SignIn_MutationDocument,
    "\n  query Assignees_Query {\n    users(first: 100) {\n      nodes {\n        id\n        name\n        disabled\n      }\n    }\n  }\n": types.Assignees_QueryDocument,
    "\n  fragment IncidentRow_Incident on Incident {\n    id\n    number\n    title\n    state\n    severity\n    linkKey\n    linkValue\n    alertCount\n    eventCount\n    blockedCount\n    allowedCount\n    lastAlertAt\n    assignee {\n      id\n      name\n    }\n    version\n  }\n": types.IncidentRow_IncidentFragmentDoc,
    "\n  fragment IncidentHeader_Incident on Incident {\n    id\n    number\n    title\n    severity\n    state\n    alertCount\n    eventCount\n    allowedCount\n    lastAlertAt\n    closeSummary\n    closeDetail\n    assignee {\n      id\n      name\n    }\n  }\n": types.IncidentHeader_IncidentFragmentDoc,
    "\n  fragment IncidentOverview_Incident on Incident {\n    id\n    linkKey\n    linkValue\n    linking\n    firstAlertAt\n    lastAlertAt\n    blockedCount\n    allowedCount\n    createdAt\n    source {\n      id\n      name\n    }\n    hosts {\n      role\n      address\n      location\n      count\n      firstSeenAt\n      lastSeenAt\n    }\n    users {\n      value\n      count\n    }\n    urls {\n      value\n      count\n    }\n    domains {\n      value\n      count\n    }\n    files {\n      name\n      digest\n      type\n      verdict\n      count\n    }\n    rules {\n      value\n      count\n    }\n    zones {\n      value\n      count\n    }\n    threats {\n      value\n      count\n    }\n  }\n": types.IncidentOverview_IncidentFragmentDoc,
    "\n  query IncidentPage_Query($number: BigInt!) {\n    incident(number: $number) {\n      id\n      title\n      alertCount\n      ...IncidentFacts_Incident\n      ...IncidentHeader_Incident\n      ...IncidentOverview_Incident\n    }\n  }\n": types.IncidentPage_QueryDocument,
    "\n  subscription IncidentChanged_Subscription($filter: IncidentFilter) {\n    incidentsChanged(filter: $filter) {\n      incidents {\n        id\n        ...IncidentFacts_Incident\n        ...IncidentHeader_Incident\n      }\n      noLongerMatchingIds\n      resyncRequired\n    }\n  }\n": types.IncidentChanged_SubscriptionDocument,
    "\n  query IncidentTimeline_Query($id: ID!, $after: String) {\n    incident(id: $id) {\n      id\n      activities(first: 100, after: $after) {\n        nodes {\n          id\n          kind\n          cause\n          user {\n            id\n            name\n          }\n          fromState\n          toState\n          assignee {\n            id\n            name\n          }\n          summary\n          detail\n          createdAt\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n": types.IncidentTimeline_QueryDocument,
    "\n  query StateChips_Query {\n    incidentStateCounts {\n      state\n      count\n    }\n  }\n": types.StateChips_QueryDocument,
    "\n  fragment IncidentFacts_Incident on Incident {\n    id\n    number\n    state\n    version\n    allowedActions\n    assignee {\n      id\n      name\n    }\n  }\n": types.IncidentFacts_IncidentFragmentDoc,
    "\n  fragment IncidentPayload on IncidentPayload {\n    incident {\n      ...IncidentFacts_Incident\n      ...IncidentHeader_Incident\n    }\n    userErrors {\n      message\n      field\n      code\n    }\n  }\n": types.IncidentPayloadFragmentDoc,
    "\n  mutation IncidentOpen_Mutation($input: IncidentActionInput!) {\n    payload: incidentOpen(input: $input) {\n      ...IncidentPayload\n    }\n  }\n": types.IncidentOpen_MutationDocument,
    "\n  mutation IncidentAssign_Mutation($input: IncidentAssignInput!) {\n    payload: incidentAssign(input: $input) {\n      ...IncidentPayload\n    }\n  }\n": types.IncidentAssign_MutationDocument,
    "\n  mutation IncidentComment_Mutation($input: IncidentCommentInput!) {\n    payload: incidentComment(input: $input) {\n      ...IncidentPayload\n    }\n  }\n": types.IncidentComment_MutationDocument,
    "\n  mutation IncidentClose_Mutation($input: IncidentCloseInput!) {\n    payload: incidentClose(input: $input) {\n      ...IncidentPayload\n    }\n  }\n": types.IncidentClose_MutationDocument,
    "\n  mutation IncidentIgnore_Mutation($input: IncidentIgnoreInput!) {\n    payload: incidentIgnore(input: $input) {\n      ...IncidentPayload\n    }\n  }\n": types.IncidentIgnore_MutationDocument,
    "\n  mutation IncidentReopen_Mutation($input: IncidentIgnoreInput!) {\n    payload: incidentReopen(input: $input) {\n      ...IncidentPayload\n    }\n  }\n": types.IncidentReopen_MutationDocument,
    "\n  query Incidents_Query($first: Int!, $after: String, $filter: IncidentFilter) {\n    incidents(first: $first, after: $after, filter: $filter, orderBy: LAST_ALERT) {\n      nodes {\n        ...IncidentRow_Incident\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.Incidents_QueryDocument,
    "\n  subscription IncidentsChanged_Subscription($filter: IncidentFilter) {\n    incidentsChanged(filter: $filter) {\n      incidents {\n        ...IncidentRow_Incident\n      }\n      noLongerMatchingIds\n      resyncRequired\n    }\n  }\n": types.IncidentsChanged_SubscriptionDocument,
    "\n  mutation SourceDelete_Mutation($input: SourceDeleteInput!) {\n    sourceDelete(input: $input) {\n      deletedId\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.SourceDelete_MutationDocument,
    "\n  fragment EditSourcePanel_Source on Source {\n    id\n    version\n    name\n    description\n    enabled\n    linkEvents\n    linkKeys\n    linkWindowSeconds\n    wildfireApiEnabled\n    wildfireApiKeySet\n    incidentMinSeverity\n    incidentVerdicts\n    incidentBlocked\n    timeZone\n  }\n": types.EditSourcePanel_SourceFragmentDoc,
    "\n  mutation SourceUpdate_Mutation($input: SourceUpdateInput!) {\n    sourceUpdate(input: $input) {\n      source {\n        id\n        ...EditSourcePanel_Source\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.SourceUpdate_MutationDocument,
    "\n  mutation FirewallUpdate_Mutation($input: FirewallUpdateInput!) {\n    firewallUpdate(input: $input) {\n      firewall {\n        id\n        timeZone\n        addressOrder\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.FirewallUpdate_MutationDocument,
    "\n  fragment FirewallTable_Firewall on Firewall {\n    id\n    serial\n    name\n    address\n    panosVersion\n    fieldCount\n    timeZone\n    addressOrder\n    firstAlertAt\n    lastAlertAt\n    lastLineAt\n    alertCount\n    sequenceGaps\n    sequenceMissing\n    clockSkewMs\n    alertsPerMinute\n    outcomes {\n      ...OutcomeCounts_OutcomeCount\n    }\n  }\n": types.FirewallTable_FirewallFragmentDoc,
    "\n  fragment ForwardingGuide_IngestStatus on IngestStatus {\n    syslogAddress\n    listeners {\n      transport\n      port\n      listening\n    }\n  }\n": types.ForwardingGuide_IngestStatusFragmentDoc,
    "\n  fragment ListenerList_Listener on Listener {\n    transport\n    address\n    port\n    wantedPort\n    listening\n    notice\n    certificateFingerprint\n    certificatePem\n  }\n": types.ListenerList_ListenerFragmentDoc,
    "\n  mutation SourceCreate_Mutation($input: SourceCreateInput!) {\n    sourceCreate(input: $input) {\n      source {\n        id\n        ...SourceDetails_Source\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.SourceCreate_MutationDocument,
    "\n  fragment OutcomeCounts_OutcomeCount on OutcomeCount {\n    outcome\n    detail\n    count\n  }\n": types.OutcomeCounts_OutcomeCountFragmentDoc,
    "\n  fragment ServerStatus_IngestStatus on IngestStatus {\n    outcomes {\n      outcome\n      ...OutcomeCounts_OutcomeCount\n    }\n    listeners {\n      transport\n      ...ListenerList_Listener\n    }\n  }\n": types.ServerStatus_IngestStatusFragmentDoc,
    "\n  fragment SourceDetails_Source on Source {\n    id\n    type\n    name\n    description\n    enabled\n    linkEvents\n    linkKeys\n    linkWindowSeconds\n    wildfireApiEnabled\n    wildfireApiKeySet\n    incidentMinSeverity\n    incidentVerdicts\n    incidentBlocked\n    timeZone\n    version\n    ...EditSourcePanel_Source\n    health {\n      alertCount\n      ...SourceHealth_SourceHealth\n    }\n    firewalls(first: 100) {\n      nodes {\n        id\n        ...FirewallTable_Firewall\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n": types.SourceDetails_SourceFragmentDoc,
    "\n  mutation SourceEnable_Mutation($input: SourceUpdateInput!) {\n    sourceUpdate(input: $input) {\n      source {\n        id\n        enabled\n        version\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.SourceEnable_MutationDocument,
    "\n  fragment SourceHealth_SourceHealth on SourceHealth {\n    firstAlertAt\n    lastAlertAt\n    alertCount\n    alertsPerMinute\n    queuedLines\n    spooledBytes\n    spooledBatches\n    outcomes {\n      ...OutcomeCounts_OutcomeCount\n    }\n  }\n": types.SourceHealth_SourceHealthFragmentDoc,
    "\n  query SourcesPage_Query {\n    sources {\n      id\n      ...SourceDetails_Source\n      health {\n        alertCount\n        outcomes {\n          outcome\n          detail\n          count\n        }\n      }\n    }\n    ingestStatus {\n      linesWithoutSource\n      databaseAvailable\n      outcomes {\n        outcome\n        count\n      }\n      ...ForwardingGuide_IngestStatus\n      ...ServerStatus_IngestStatus\n    }\n  }\n": types.SourcesPage_QueryDocument,
    "\n  subscription SourcesPage_Subscription {\n    sourceHealthChanged {\n      sources {\n        id\n        ...SourceDetails_Source\n        health {\n          alertCount\n          outcomes {\n            outcome\n            detail\n            count\n          }\n        }\n      }\n      ingestStatus {\n        linesWithoutSource\n        databaseAvailable\n        outcomes {\n          outcome\n          count\n        }\n        ...ForwardingGuide_IngestStatus\n        ...ServerStatus_IngestStatus\n      }\n    }\n  }\n": types.SourcesPage_SubscriptionDocument,
    "\n  query TestAlert_Cursor_Query {\n    alertsCursor\n  }\n": types.TestAlert_Cursor_QueryDocument,
    "\n  subscription TestAlert_Subscription($after: String) {\n    alertsAdded(after: $after) {\n      alerts {\n        id\n        sequence\n      }\n    }\n  }\n": types.TestAlert_SubscriptionDocument,
    "\n  mutation TestAlert_Mutation($input: SourceSendTestAlertInput!) {\n    sourceSendTestAlert(input: $input) {\n      sequence\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.TestAlert_MutationDocument,
    "\n  query UnreadableLines_Query($first: Int!, $after: String) {\n    unreadableLines(first: $first, after: $after) {\n      nodes {\n        id\n        receivedAt\n        sender\n        transport\n        reason\n        line\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.UnreadableLines_QueryDocument,
    "\n  mutation UnreadableLinesRetry_Mutation {\n    unreadableLinesRetry {\n      readAgain\n      nowAlerts\n      nowSetAside\n      stillUnreadable\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.UnreadableLinesRetry_MutationDocument,
    "\n  mutation UserCreate_Mutation($input: UserCreateInput!) {\n    userCreate(input: $input) {\n      user {\n        id\n        name\n        role\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.UserCreate_MutationDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AppLayout_Query {\n    viewer {\n      user {\n        id\n        name\n      }\n      permissions\n    }\n  }\n"): (typeof documents)["\n  query AppLayout_Query {\n    viewer {\n      user {\n        id\n        name\n      }\n      permissions\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut_Mutation {\n    signOut {\n      signedOut\n    }\n  }\n"): (typeof documents)["\n  mutation SignOut_Mutation {\n    signOut {\n      signedOut\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AlertRow_Alert on Alert {\n    id\n    receivedAt\n    occurredAt\n    severity\n    subtype\n    threatName\n    action\n    blocked\n    verdict\n    repeatCount\n    app\n    rule\n    url\n    fileName\n    attackerSide\n    source {\n      address\n      user\n    }\n    destination {\n      address\n      user\n    }\n    firewall {\n      id\n      name\n      serial\n    }\n    incident {\n      id\n      number\n    }\n  }\n"): (typeof documents)["\n  fragment AlertRow_Alert on Alert {\n    id\n    receivedAt\n    occurredAt\n    severity\n    subtype\n    threatName\n    action\n    blocked\n    verdict\n    repeatCount\n    app\n    rule\n    url\n    fileName\n    attackerSide\n    source {\n      address\n      user\n    }\n    destination {\n      address\n      user\n    }\n    firewall {\n      id\n      name\n      serial\n    }\n    incident {\n      id\n      number\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AlertAllFields_Alert on Alert {\n    id\n    fields {\n      key\n      label\n      value\n    }\n  }\n"): (typeof documents)["\n  fragment AlertAllFields_Alert on Alert {\n    id\n    fields {\n      key\n      label\n      value\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AlertRawLine_Alert on Alert {\n    id\n    raw\n    format\n    transport\n    fieldCount\n  }\n"): (typeof documents)["\n  fragment AlertRawLine_Alert on Alert {\n    id\n    raw\n    format\n    transport\n    fieldCount\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AlertPanel_Query($id: ID!) {\n    alert(id: $id) {\n      id\n      severity\n      threatName\n      fileName\n      url\n      subtype\n      truncated\n      ...AlertSummary_Alert\n      ...AlertAllFields_Alert\n      ...AlertRawLine_Alert\n    }\n  }\n"): (typeof documents)["\n  query AlertPanel_Query($id: ID!) {\n    alert(id: $id) {\n      id\n      severity\n      threatName\n      fileName\n      url\n      subtype\n      truncated\n      ...AlertSummary_Alert\n      ...AlertAllFields_Alert\n      ...AlertRawLine_Alert\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AlertSummary_Alert on Alert {\n    id\n    occurredAt\n    receivedAt\n    timeSource\n    subtype\n    action\n    blocked\n    threatId\n    threatName\n    threatCategory\n    attackerSide\n    victimSide\n    commandControl\n    direction\n    source {\n      address\n      port\n      user\n      zone\n      location\n    }\n    destination {\n      address\n      port\n      user\n      zone\n      location\n    }\n    app\n    rule\n    vsys\n    category\n    url\n    domain\n    fileName\n    fileType\n    fileDigest\n    verdict\n    reportId\n    mailSender\n    mailSubject\n    mailRecipient\n    sessionId\n    sequence\n    repeatCount\n    sender\n    linkKey\n    linkValue\n    firewall {\n      id\n      name\n      serial\n    }\n    incident {\n      id\n      number\n      title\n    }\n  }\n"): (typeof documents)["\n  fragment AlertSummary_Alert on Alert {\n    id\n    occurredAt\n    receivedAt\n    timeSource\n    subtype\n    action\n    blocked\n    threatId\n    threatName\n    threatCategory\n    attackerSide\n    victimSide\n    commandControl\n    direction\n    source {\n      address\n      port\n      user\n      zone\n      location\n    }\n    destination {\n      address\n      port\n      user\n      zone\n      location\n    }\n    app\n    rule\n    vsys\n    category\n    url\n    domain\n    fileName\n    fileType\n    fileDigest\n    verdict\n    reportId\n    mailSender\n    mailSubject\n    mailRecipient\n    sessionId\n    sequence\n    repeatCount\n    sender\n    linkKey\n    linkValue\n    firewall {\n      id\n      name\n      serial\n    }\n    incident {\n      id\n      number\n      title\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AlertToolbar_Query {\n    sources {\n      id\n      firewalls(first: 100) {\n        nodes {\n          id\n          name\n          serial\n        }\n        pageInfo {\n          hasNextPage\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query AlertToolbar_Query {\n    sources {\n      id\n      firewalls(first: 100) {\n        nodes {\n          id\n          name\n          serial\n        }\n        pageInfo {\n          hasNextPage\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NoAlerts_Query {\n    sources {\n      id\n    }\n    alerts(first: 1) {\n      nodes {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  query NoAlerts_Query {\n    sources {\n      id\n    }\n    alerts(first: 1) {\n      nodes {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AlertsCursor_Query {\n    alertsCursor\n  }\n"): (typeof documents)["\n  query AlertsCursor_Query {\n    alertsCursor\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Alerts_Query($first: Int!, $after: String, $filter: AlertFilter) {\n    alerts(first: $first, after: $after, filter: $filter) {\n      nodes {\n        ...AlertRow_Alert\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query Alerts_Query($first: Int!, $after: String, $filter: AlertFilter) {\n    alerts(first: $first, after: $after, filter: $filter) {\n      nodes {\n        ...AlertRow_Alert\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription AlertsAdded_Subscription($filter: AlertFilter, $after: String) {\n    alertsAdded(filter: $filter, after: $after) {\n      alerts {\n        ...AlertRow_Alert\n      }\n      cursor\n      resyncRequired\n    }\n  }\n"): (typeof documents)["\n  subscription AlertsAdded_Subscription($filter: AlertFilter, $after: String) {\n    alertsAdded(filter: $filter, after: $after) {\n      alerts {\n        ...AlertRow_Alert\n      }\n      cursor\n      resyncRequired\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SetUpPage_Query {\n    setUpNeeded\n  }\n"): (typeof documents)["\n  query SetUpPage_Query {\n    setUpNeeded\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetUp_Mutation($input: SetUpInput!) {\n    setUp(input: $input) {\n      viewer {\n        sessionExpiresAt\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetUp_Mutation($input: SetUpInput!) {\n    setUp(input: $input) {\n      viewer {\n        sessionExpiresAt\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SignInPage_Query {\n    viewer {\n      user {\n        id\n      }\n    }\n    setUpNeeded\n  }\n"): (typeof documents)["\n  query SignInPage_Query {\n    viewer {\n      user {\n        id\n      }\n    }\n    setUpNeeded\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn_Mutation($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer {\n        sessionExpiresAt\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignIn_Mutation($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer {\n        sessionExpiresAt\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Assignees_Query {\n    users(first: 100) {\n      nodes {\n        id\n        name\n        disabled\n      }\n    }\n  }\n"): (typeof documents)["\n  query Assignees_Query {\n    users(first: 100) {\n      nodes {\n        id\n        name\n        disabled\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment IncidentRow_Incident on Incident {\n    id\n    number\n    title\n    state\n    severity\n    linkKey\n    linkValue\n    alertCount\n    eventCount\n    blockedCount\n    allowedCount\n    lastAlertAt\n    assignee {\n      id\n      name\n    }\n    version\n  }\n"): (typeof documents)["\n  fragment IncidentRow_Incident on Incident {\n    id\n    number\n    title\n    state\n    severity\n    linkKey\n    linkValue\n    alertCount\n    eventCount\n    blockedCount\n    allowedCount\n    lastAlertAt\n    assignee {\n      id\n      name\n    }\n    version\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment IncidentHeader_Incident on Incident {\n    id\n    number\n    title\n    severity\n    state\n    alertCount\n    eventCount\n    allowedCount\n    lastAlertAt\n    closeSummary\n    closeDetail\n    assignee {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment IncidentHeader_Incident on Incident {\n    id\n    number\n    title\n    severity\n    state\n    alertCount\n    eventCount\n    allowedCount\n    lastAlertAt\n    closeSummary\n    closeDetail\n    assignee {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment IncidentOverview_Incident on Incident {\n    id\n    linkKey\n    linkValue\n    linking\n    firstAlertAt\n    lastAlertAt\n    blockedCount\n    allowedCount\n    createdAt\n    source {\n      id\n      name\n    }\n    hosts {\n      role\n      address\n      location\n      count\n      firstSeenAt\n      lastSeenAt\n    }\n    users {\n      value\n      count\n    }\n    urls {\n      value\n      count\n    }\n    domains {\n      value\n      count\n    }\n    files {\n      name\n      digest\n      type\n      verdict\n      count\n    }\n    rules {\n      value\n      count\n    }\n    zones {\n      value\n      count\n    }\n    threats {\n      value\n      count\n    }\n  }\n"): (typeof documents)["\n  fragment IncidentOverview_Incident on Incident {\n    id\n    linkKey\n    linkValue\n    linking\n    firstAlertAt\n    lastAlertAt\n    blockedCount\n    allowedCount\n    createdAt\n    source {\n      id\n      name\n    }\n    hosts {\n      role\n      address\n      location\n      count\n      firstSeenAt\n      lastSeenAt\n    }\n    users {\n      value\n      count\n    }\n    urls {\n      value\n      count\n    }\n    domains {\n      value\n      count\n    }\n    files {\n      name\n      digest\n      type\n      verdict\n      count\n    }\n    rules {\n      value\n      count\n    }\n    zones {\n      value\n      count\n    }\n    threats {\n      value\n      count\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IncidentPage_Query($number: BigInt!) {\n    incident(number: $number) {\n      id\n      title\n      alertCount\n      ...IncidentFacts_Incident\n      ...IncidentHeader_Incident\n      ...IncidentOverview_Incident\n    }\n  }\n"): (typeof documents)["\n  query IncidentPage_Query($number: BigInt!) {\n    incident(number: $number) {\n      id\n      title\n      alertCount\n      ...IncidentFacts_Incident\n      ...IncidentHeader_Incident\n      ...IncidentOverview_Incident\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription IncidentChanged_Subscription($filter: IncidentFilter) {\n    incidentsChanged(filter: $filter) {\n      incidents {\n        id\n        ...IncidentFacts_Incident\n        ...IncidentHeader_Incident\n      }\n      noLongerMatchingIds\n      resyncRequired\n    }\n  }\n"): (typeof documents)["\n  subscription IncidentChanged_Subscription($filter: IncidentFilter) {\n    incidentsChanged(filter: $filter) {\n      incidents {\n        id\n        ...IncidentFacts_Incident\n        ...IncidentHeader_Incident\n      }\n      noLongerMatchingIds\n      resyncRequired\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IncidentTimeline_Query($id: ID!, $after: String) {\n    incident(id: $id) {\n      id\n      activities(first: 100, after: $after) {\n        nodes {\n          id\n          kind\n          cause\n          user {\n            id\n            name\n          }\n          fromState\n          toState\n          assignee {\n            id\n            name\n          }\n          summary\n          detail\n          createdAt\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query IncidentTimeline_Query($id: ID!, $after: String) {\n    incident(id: $id) {\n      id\n      activities(first: 100, after: $after) {\n        nodes {\n          id\n          kind\n          cause\n          user {\n            id\n            name\n          }\n          fromState\n          toState\n          assignee {\n            id\n            name\n          }\n          summary\n          detail\n          createdAt\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StateChips_Query {\n    incidentStateCounts {\n      state\n      count\n    }\n  }\n"): (typeof documents)["\n  query StateChips_Query {\n    incidentStateCounts {\n      state\n      count\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment IncidentFacts_Incident on Incident {\n    id\n    number\n    state\n    version\n    allowedActions\n    assignee {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment IncidentFacts_Incident on Incident {\n    id\n    number\n    state\n    version\n    allowedActions\n    assignee {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment IncidentPayload on IncidentPayload {\n    incident {\n      ...IncidentFacts_Incident\n      ...IncidentHeader_Incident\n    }\n    userErrors {\n      message\n      field\n      code\n    }\n  }\n"): (typeof documents)["\n  fragment IncidentPayload on IncidentPayload {\n    incident {\n      ...IncidentFacts_Incident\n      ...IncidentHeader_Incident\n    }\n    userErrors {\n      message\n      field\n      code\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IncidentOpen_Mutation($input: IncidentActionInput!) {\n    payload: incidentOpen(input: $input) {\n      ...IncidentPayload\n    }\n  }\n"): (typeof documents)["\n  mutation IncidentOpen_Mutation($input: IncidentActionInput!) {\n    payload: incidentOpen(input: $input) {\n      ...IncidentPayload\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IncidentAssign_Mutation($input: IncidentAssignInput!) {\n    payload: incidentAssign(input: $input) {\n      ...IncidentPayload\n    }\n  }\n"): (typeof documents)["\n  mutation IncidentAssign_Mutation($input: IncidentAssignInput!) {\n    payload: incidentAssign(input: $input) {\n      ...IncidentPayload\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IncidentComment_Mutation($input: IncidentCommentInput!) {\n    payload: incidentComment(input: $input) {\n      ...IncidentPayload\n    }\n  }\n"): (typeof documents)["\n  mutation IncidentComment_Mutation($input: IncidentCommentInput!) {\n    payload: incidentComment(input: $input) {\n      ...IncidentPayload\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IncidentClose_Mutation($input: IncidentCloseInput!) {\n    payload: incidentClose(input: $input) {\n      ...IncidentPayload\n    }\n  }\n"): (typeof documents)["\n  mutation IncidentClose_Mutation($input: IncidentCloseInput!) {\n    payload: incidentClose(input: $input) {\n      ...IncidentPayload\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IncidentIgnore_Mutation($input: IncidentIgnoreInput!) {\n    payload: incidentIgnore(input: $input) {\n      ...IncidentPayload\n    }\n  }\n"): (typeof documents)["\n  mutation IncidentIgnore_Mutation($input: IncidentIgnoreInput!) {\n    payload: incidentIgnore(input: $input) {\n      ...IncidentPayload\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IncidentReopen_Mutation($input: IncidentIgnoreInput!) {\n    payload: incidentReopen(input: $input) {\n      ...IncidentPayload\n    }\n  }\n"): (typeof documents)["\n  mutation IncidentReopen_Mutation($input: IncidentIgnoreInput!) {\n    payload: incidentReopen(input: $input) {\n      ...IncidentPayload\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Incidents_Query($first: Int!, $after: String, $filter: IncidentFilter) {\n    incidents(first: $first, after: $after, filter: $filter, orderBy: LAST_ALERT) {\n      nodes {\n        ...IncidentRow_Incident\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query Incidents_Query($first: Int!, $after: String, $filter: IncidentFilter) {\n    incidents(first: $first, after: $after, filter: $filter, orderBy: LAST_ALERT) {\n      nodes {\n        ...IncidentRow_Incident\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription IncidentsChanged_Subscription($filter: IncidentFilter) {\n    incidentsChanged(filter: $filter) {\n      incidents {\n        ...IncidentRow_Incident\n      }\n      noLongerMatchingIds\n      resyncRequired\n    }\n  }\n"): (typeof documents)["\n  subscription IncidentsChanged_Subscription($filter: IncidentFilter) {\n    incidentsChanged(filter: $filter) {\n      incidents {\n        ...IncidentRow_Incident\n      }\n      noLongerMatchingIds\n      resyncRequired\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SourceDelete_Mutation($input: SourceDeleteInput!) {\n    sourceDelete(input: $input) {\n      deletedId\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SourceDelete_Mutation($input: SourceDeleteInput!) {\n    sourceDelete(input: $input) {\n      deletedId\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EditSourcePanel_Source on Source {\n    id\n    version\n    name\n    description\n    enabled\n    linkEvents\n    linkKeys\n    linkWindowSeconds\n    wildfireApiEnabled\n    wildfireApiKeySet\n    incidentMinSeverity\n    incidentVerdicts\n    incidentBlocked\n    timeZone\n  }\n"): (typeof documents)["\n  fragment EditSourcePanel_Source on Source {\n    id\n    version\n    name\n    description\n    enabled\n    linkEvents\n    linkKeys\n    linkWindowSeconds\n    wildfireApiEnabled\n    wildfireApiKeySet\n    incidentMinSeverity\n    incidentVerdicts\n    incidentBlocked\n    timeZone\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SourceUpdate_Mutation($input: SourceUpdateInput!) {\n    sourceUpdate(input: $input) {\n      source {\n        id\n        ...EditSourcePanel_Source\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SourceUpdate_Mutation($input: SourceUpdateInput!) {\n    sourceUpdate(input: $input) {\n      source {\n        id\n        ...EditSourcePanel_Source\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FirewallUpdate_Mutation($input: FirewallUpdateInput!) {\n    firewallUpdate(input: $input) {\n      firewall {\n        id\n        timeZone\n        addressOrder\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation FirewallUpdate_Mutation($input: FirewallUpdateInput!) {\n    firewallUpdate(input: $input) {\n      firewall {\n        id\n        timeZone\n        addressOrder\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FirewallTable_Firewall on Firewall {\n    id\n    serial\n    name\n    address\n    panosVersion\n    fieldCount\n    timeZone\n    addressOrder\n    firstAlertAt\n    lastAlertAt\n    lastLineAt\n    alertCount\n    sequenceGaps\n    sequenceMissing\n    clockSkewMs\n    alertsPerMinute\n    outcomes {\n      ...OutcomeCounts_OutcomeCount\n    }\n  }\n"): (typeof documents)["\n  fragment FirewallTable_Firewall on Firewall {\n    id\n    serial\n    name\n    address\n    panosVersion\n    fieldCount\n    timeZone\n    addressOrder\n    firstAlertAt\n    lastAlertAt\n    lastLineAt\n    alertCount\n    sequenceGaps\n    sequenceMissing\n    clockSkewMs\n    alertsPerMinute\n    outcomes {\n      ...OutcomeCounts_OutcomeCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ForwardingGuide_IngestStatus on IngestStatus {\n    syslogAddress\n    listeners {\n      transport\n      port\n      listening\n    }\n  }\n"): (typeof documents)["\n  fragment ForwardingGuide_IngestStatus on IngestStatus {\n    syslogAddress\n    listeners {\n      transport\n      port\n      listening\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ListenerList_Listener on Listener {\n    transport\n    address\n    port\n    wantedPort\n    listening\n    notice\n    certificateFingerprint\n    certificatePem\n  }\n"): (typeof documents)["\n  fragment ListenerList_Listener on Listener {\n    transport\n    address\n    port\n    wantedPort\n    listening\n    notice\n    certificateFingerprint\n    certificatePem\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SourceCreate_Mutation($input: SourceCreateInput!) {\n    sourceCreate(input: $input) {\n      source {\n        id\n        ...SourceDetails_Source\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SourceCreate_Mutation($input: SourceCreateInput!) {\n    sourceCreate(input: $input) {\n      source {\n        id\n        ...SourceDetails_Source\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OutcomeCounts_OutcomeCount on OutcomeCount {\n    outcome\n    detail\n    count\n  }\n"): (typeof documents)["\n  fragment OutcomeCounts_OutcomeCount on OutcomeCount {\n    outcome\n    detail\n    count\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ServerStatus_IngestStatus on IngestStatus {\n    outcomes {\n      outcome\n      ...OutcomeCounts_OutcomeCount\n    }\n    listeners {\n      transport\n      ...ListenerList_Listener\n    }\n  }\n"): (typeof documents)["\n  fragment ServerStatus_IngestStatus on IngestStatus {\n    outcomes {\n      outcome\n      ...OutcomeCounts_OutcomeCount\n    }\n    listeners {\n      transport\n      ...ListenerList_Listener\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SourceDetails_Source on Source {\n    id\n    type\n    name\n    description\n    enabled\n    linkEvents\n    linkKeys\n    linkWindowSeconds\n    wildfireApiEnabled\n    wildfireApiKeySet\n    incidentMinSeverity\n    incidentVerdicts\n    incidentBlocked\n    timeZone\n    version\n    ...EditSourcePanel_Source\n    health {\n      alertCount\n      ...SourceHealth_SourceHealth\n    }\n    firewalls(first: 100) {\n      nodes {\n        id\n        ...FirewallTable_Firewall\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment SourceDetails_Source on Source {\n    id\n    type\n    name\n    description\n    enabled\n    linkEvents\n    linkKeys\n    linkWindowSeconds\n    wildfireApiEnabled\n    wildfireApiKeySet\n    incidentMinSeverity\n    incidentVerdicts\n    incidentBlocked\n    timeZone\n    version\n    ...EditSourcePanel_Source\n    health {\n      alertCount\n      ...SourceHealth_SourceHealth\n    }\n    firewalls(first: 100) {\n      nodes {\n        id\n        ...FirewallTable_Firewall\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SourceEnable_Mutation($input: SourceUpdateInput!) {\n    sourceUpdate(input: $input) {\n      source {\n        id\n        enabled\n        version\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SourceEnable_Mutation($input: SourceUpdateInput!) {\n    sourceUpdate(input: $input) {\n      source {\n        id\n        enabled\n        version\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SourceHealth_SourceHealth on SourceHealth {\n    firstAlertAt\n    lastAlertAt\n    alertCount\n    alertsPerMinute\n    queuedLines\n    spooledBytes\n    spooledBatches\n    outcomes {\n      ...OutcomeCounts_OutcomeCount\n    }\n  }\n"): (typeof documents)["\n  fragment SourceHealth_SourceHealth on SourceHealth {\n    firstAlertAt\n    lastAlertAt\n    alertCount\n    alertsPerMinute\n    queuedLines\n    spooledBytes\n    spooledBatches\n    outcomes {\n      ...OutcomeCounts_OutcomeCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SourcesPage_Query {\n    sources {\n      id\n      ...SourceDetails_Source\n      health {\n        alertCount\n        outcomes {\n          outcome\n          detail\n          count\n        }\n      }\n    }\n    ingestStatus {\n      linesWithoutSource\n      databaseAvailable\n      outcomes {\n        outcome\n        count\n      }\n      ...ForwardingGuide_IngestStatus\n      ...ServerStatus_IngestStatus\n    }\n  }\n"): (typeof documents)["\n  query SourcesPage_Query {\n    sources {\n      id\n      ...SourceDetails_Source\n      health {\n        alertCount\n        outcomes {\n          outcome\n          detail\n          count\n        }\n      }\n    }\n    ingestStatus {\n      linesWithoutSource\n      databaseAvailable\n      outcomes {\n        outcome\n        count\n      }\n      ...ForwardingGuide_IngestStatus\n      ...ServerStatus_IngestStatus\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription SourcesPage_Subscription {\n    sourceHealthChanged {\n      sources {\n        id\n        ...SourceDetails_Source\n        health {\n          alertCount\n          outcomes {\n            outcome\n            detail\n            count\n          }\n        }\n      }\n      ingestStatus {\n        linesWithoutSource\n        databaseAvailable\n        outcomes {\n          outcome\n          count\n        }\n        ...ForwardingGuide_IngestStatus\n        ...ServerStatus_IngestStatus\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription SourcesPage_Subscription {\n    sourceHealthChanged {\n      sources {\n        id\n        ...SourceDetails_Source\n        health {\n          alertCount\n          outcomes {\n            outcome\n            detail\n            count\n          }\n        }\n      }\n      ingestStatus {\n        linesWithoutSource\n        databaseAvailable\n        outcomes {\n          outcome\n          count\n        }\n        ...ForwardingGuide_IngestStatus\n        ...ServerStatus_IngestStatus\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TestAlert_Cursor_Query {\n    alertsCursor\n  }\n"): (typeof documents)["\n  query TestAlert_Cursor_Query {\n    alertsCursor\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription TestAlert_Subscription($after: String) {\n    alertsAdded(after: $after) {\n      alerts {\n        id\n        sequence\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription TestAlert_Subscription($after: String) {\n    alertsAdded(after: $after) {\n      alerts {\n        id\n        sequence\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TestAlert_Mutation($input: SourceSendTestAlertInput!) {\n    sourceSendTestAlert(input: $input) {\n      sequence\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TestAlert_Mutation($input: SourceSendTestAlertInput!) {\n    sourceSendTestAlert(input: $input) {\n      sequence\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UnreadableLines_Query($first: Int!, $after: String) {\n    unreadableLines(first: $first, after: $after) {\n      nodes {\n        id\n        receivedAt\n        sender\n        transport\n        reason\n        line\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query UnreadableLines_Query($first: Int!, $after: String) {\n    unreadableLines(first: $first, after: $after) {\n      nodes {\n        id\n        receivedAt\n        sender\n        transport\n        reason\n        line\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UnreadableLinesRetry_Mutation {\n    unreadableLinesRetry {\n      readAgain\n      nowAlerts\n      nowSetAside\n      stillUnreadable\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UnreadableLinesRetry_Mutation {\n    unreadableLinesRetry {\n      readAgain\n      nowAlerts\n      nowSetAside\n      stillUnreadable\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UserCreate_Mutation($input: UserCreateInput!) {\n    userCreate(input: $input) {\n      user {\n        id\n        name\n        role\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UserCreate_Mutation($input: UserCreateInput!) {\n    userCreate(input: $input) {\n      user {\n        id\n        name\n        role\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;