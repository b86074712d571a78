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
    "\n  query AlertPanel_Query($id: ID!) {\n    alert(id: $id) {\n      id\n      severity\n      threatName\n      fileName\n      url\n      subtype\n      truncated\n      incident {\n        id\n        number\n      }\n      ...AlertSummary_Alert\n      ...AlertAllFields_Alert\n      ...AlertRawLine_Alert\n    }\n  }\n": typeof types.AlertPanel_QueryDocument,
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
    "\n  fragment ChangeView_MappingChange on MappingChange {\n    groupName\n    kind\n    add\n    remove\n    addCount\n    removeCount\n  }\n": typeof types.ChangeView_MappingChangeFragmentDoc,
    "\n  fragment ConnectionTest_ConnectionTest on ConnectionTest {\n    ok\n    failure\n    message\n    fingerprint\n    subject\n    facts {\n      missingRights\n      ...FoundFacts_DeviceFacts\n    }\n  }\n": typeof types.ConnectionTest_ConnectionTestFragmentDoc,
    "\n  mutation DeviceTest_Mutation($input: DeviceTestInput!) {\n    deviceTest(input: $input) {\n      test {\n        ...ConnectionTest_ConnectionTest\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.DeviceTest_MutationDocument,
    "\n  mutation DeviceDelete_Mutation($input: DeviceDeleteInput!) {\n    deviceDelete(input: $input) {\n      deletedId\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.DeviceDelete_MutationDocument,
    "\n  mutation MappingDelete_Mutation($input: MappingDeleteInput!) {\n    mappingDelete(input: $input) {\n      deletedId\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.MappingDelete_MutationDocument,
    "\n  fragment DeviceDetails_Device on Device {\n    id\n    type\n    host\n    peerHost\n    username\n    description\n    schedule\n    intervalMinutes\n    dailyAt\n    timeZone\n    scope\n    scopeName\n    commitPolicy\n    commitWindows {\n      days\n      from\n      to\n    }\n    tlsTrust\n    tlsFingerprint\n    maxConcurrent\n    driftPolicy\n    facts {\n      ...FoundFacts_DeviceFacts\n    }\n  }\n": typeof types.DeviceDetails_DeviceFragmentDoc,
    "\n  fragment DevicePage_Device on Device {\n    id\n    name\n    paused\n    version\n    mappings {\n      id\n    }\n    runs(first: 1) {\n      nodes {\n        id\n        state\n        failure\n        message\n      }\n    }\n    ...DeviceDetails_Device\n    ...EditDevicePanel_Device\n    ...Mappings_Device\n    ...PreviewDialog_Device\n  }\n": typeof types.DevicePage_DeviceFragmentDoc,
    "\n  query DevicePage_Query($id: ID!) {\n    device(id: $id) {\n      id\n      ...DevicePage_Device\n    }\n  }\n": typeof types.DevicePage_QueryDocument,
    "\n  subscription DevicePage_Subscription {\n    enforcementChanged {\n      devices {\n        id\n        ...DevicePage_Device\n      }\n      lists {\n        id\n        name\n        entryCount\n        revision\n      }\n    }\n  }\n": typeof types.DevicePage_SubscriptionDocument,
    "\n  mutation DevicePush_Mutation($input: DevicePushInput!) {\n    devicePush(input: $input) {\n      run {\n        id\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.DevicePush_MutationDocument,
    "\n  mutation DevicePause_Mutation($input: DevicePauseInput!) {\n    devicePause(input: $input) {\n      device {\n        id\n        paused\n        version\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.DevicePause_MutationDocument,
    "\n  fragment DeviceTable_Device on Device {\n    id\n    name\n    description\n    host\n    peerHost\n    schedule\n    intervalMinutes\n    dailyAt\n    timeZone\n    paused\n    facts {\n      model\n      panosVersion\n      haState\n      missingRights\n    }\n    mappings {\n      id\n      state\n    }\n    runs(first: 1) {\n      nodes {\n        id\n        state\n        failure\n        added\n        removed\n        startedAt\n        finishedAt\n      }\n    }\n  }\n": typeof types.DeviceTable_DeviceFragmentDoc,
    "\n  query DevicesPage_Query {\n    devices {\n      id\n      ...DeviceTable_Device\n    }\n  }\n": typeof types.DevicesPage_QueryDocument,
    "\n  subscription DevicesPage_Subscription {\n    enforcementChanged {\n      devices {\n        id\n        ...DeviceTable_Device\n      }\n    }\n  }\n": typeof types.DevicesPage_SubscriptionDocument,
    "\n  fragment EditDevicePanel_Device on Device {\n    id\n    version\n    name\n    host\n    peerHost\n    username\n    passwordSet\n    description\n    schedule\n    intervalMinutes\n    dailyAt\n    timeZone\n    scope\n    scopeName\n    commitPolicy\n    commitWindows {\n      days\n      from\n      to\n    }\n    tlsTrust\n    tlsFingerprint\n    maxConcurrent\n    driftPolicy\n  }\n": typeof types.EditDevicePanel_DeviceFragmentDoc,
    "\n  mutation DeviceUpdate_Mutation($input: DeviceUpdateInput!) {\n    deviceUpdate(input: $input) {\n      device {\n        id\n        ...EditDevicePanel_Device\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.DeviceUpdate_MutationDocument,
    "\n  fragment FoundFacts_DeviceFacts on DeviceFacts {\n    model\n    serial\n    panosVersion\n    hostname\n    haState\n    multiVsys\n    registeredIpLimit\n    missingRights\n    testedAt\n  }\n": typeof types.FoundFacts_DeviceFactsFragmentDoc,
    "\n  fragment MappingPreview_MappingPreview on MappingPreview {\n    exists\n    foreign\n    failure\n    message\n    warnings\n    change {\n      ...ChangeView_MappingChange\n    }\n  }\n": typeof types.MappingPreview_MappingPreviewFragmentDoc,
    "\n  mutation MappingPreview_Mutation($input: MappingPreviewInput!) {\n    mappingPreview(input: $input) {\n      preview {\n        failure\n        foreign\n        ...MappingPreview_MappingPreview\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.MappingPreview_MutationDocument,
    "\n  fragment Mappings_Device on Device {\n    id\n    name\n    scope\n    mappings {\n      id\n      kind\n      groupName\n      state\n      stateReason\n      syncedRevision\n      syncedAt\n      entryCount\n      capacity\n      list {\n        id\n        name\n        entryCount\n        revision\n      }\n    }\n    running {\n      id\n      cause\n      added\n      removed\n      apiCalls\n      startedAt\n    }\n  }\n": typeof types.Mappings_DeviceFragmentDoc,
    "\n  mutation DeviceCreate_Mutation($input: DeviceCreateInput!) {\n    deviceCreate(input: $input) {\n      device {\n        id\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.DeviceCreate_MutationDocument,
    "\n  query NewMappingPanel_Query {\n    lists {\n      id\n      name\n      kind\n      entryCount\n    }\n  }\n": typeof types.NewMappingPanel_QueryDocument,
    "\n  mutation MappingCreate_Mutation($input: MappingCreateInput!) {\n    mappingCreate(input: $input) {\n      mapping {\n        id\n        device {\n          id\n          ...Mappings_Device\n        }\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.MappingCreate_MutationDocument,
    "\n  fragment PreviewDialog_Device on Device {\n    id\n    name\n    mappings {\n      id\n      kind\n      groupName\n      list {\n        id\n      }\n    }\n  }\n": typeof types.PreviewDialog_DeviceFragmentDoc,
    "\n  query PushStop_Query {\n    pushPaused\n  }\n": typeof types.PushStop_QueryDocument,
    "\n  subscription PushStop_Subscription {\n    enforcementChanged {\n      devices {\n        id\n      }\n    }\n  }\n": typeof types.PushStop_SubscriptionDocument,
    "\n  mutation PushPause_Mutation($paused: Boolean!) {\n    pushPause(paused: $paused) {\n      paused\n    }\n  }\n": typeof types.PushPause_MutationDocument,
    "\n  fragment RunDetails_SyncRun on SyncRun {\n    id\n    changes {\n      groupName\n      ...ChangeView_MappingChange\n    }\n    log {\n      at\n      level\n      text\n    }\n  }\n": typeof types.RunDetails_SyncRunFragmentDoc,
    "\n  query RunDetails_Query($id: ID!) {\n    node(id: $id) {\n      id\n      ...RunDetails_SyncRun\n    }\n  }\n": typeof types.RunDetails_QueryDocument,
    "\n  subscription RunDetails_Subscription {\n    enforcementChanged {\n      runs {\n        id\n        ...RunDetails_SyncRun\n      }\n    }\n  }\n": typeof types.RunDetails_SubscriptionDocument,
    "\n  fragment RunHistory_SyncRun on SyncRun {\n    id\n    cause\n    user {\n      id\n      name\n    }\n    state\n    failure\n    message\n    added\n    removed\n    apiCalls\n    commitJob\n    startedAt\n    finishedAt\n  }\n": typeof types.RunHistory_SyncRunFragmentDoc,
    "\n  query RunHistory_Query($deviceId: ID!, $first: Int!) {\n    device(id: $deviceId) {\n      id\n      runs(first: $first) {\n        nodes {\n          id\n          ...RunHistory_SyncRun\n        }\n        pageInfo {\n          hasNextPage\n        }\n      }\n    }\n  }\n": typeof types.RunHistory_QueryDocument,
    "\n  subscription RunHistory_Subscription {\n    enforcementChanged {\n      runs {\n        id\n        device {\n          id\n        }\n        ...RunHistory_SyncRun\n      }\n    }\n  }\n": typeof types.RunHistory_SubscriptionDocument,
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
    "\n  query BlockLists_Query {\n    lists {\n      id\n      name\n      kind\n      defaultTtlSeconds\n    }\n  }\n": typeof types.BlockLists_QueryDocument,
    "\n  query Credentials_Query {\n    publishCredentials {\n      id\n      name\n      username\n      disabled\n      createdAt\n      lists {\n        id\n        name\n      }\n    }\n  }\n": typeof types.Credentials_QueryDocument,
    "\n  mutation CredentialCreate_Mutation($input: PublishCredentialCreateInput!) {\n    publishCredentialCreate(input: $input) {\n      credential {\n        id\n      }\n      password\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.CredentialCreate_MutationDocument,
    "\n  mutation CredentialUpdate_Mutation($input: PublishCredentialUpdateInput!) {\n    publishCredentialUpdate(input: $input) {\n      credential {\n        id\n        disabled\n        lists {\n          id\n          name\n        }\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.CredentialUpdate_MutationDocument,
    "\n  mutation ListDelete_Mutation($input: ListDeleteInput!) {\n    listDelete(input: $input) {\n      deletedId\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.ListDelete_MutationDocument,
    "\n  fragment EntryCauseText_ListEntry on ListEntry {\n    id\n    cause\n    user {\n      id\n      name\n    }\n    incident {\n      id\n      number\n    }\n    alert {\n      id\n    }\n  }\n": typeof types.EntryCauseText_ListEntryFragmentDoc,
    "\n  mutation ListEntryUpdate_Mutation($input: ListEntryUpdateInput!) {\n    listEntryUpdate(input: $input) {\n      entry {\n        ...EntryRow_ListEntry\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.ListEntryUpdate_MutationDocument,
    "\n  fragment Explanation_BlockExplanation on BlockExplanation {\n    value\n    kind\n    entries {\n      id\n      value\n      reason\n      disabled\n      addedAt\n      expiresAt\n      removedAt\n      removal\n      removalNote\n      removedBy {\n        id\n        name\n      }\n      ...EntryCauseText_ListEntry\n      list {\n        id\n        name\n        published\n        publishing {\n          inForce {\n            id\n            number\n          }\n          fetches {\n            address\n            version\n            status\n            fetchedAt\n            credential {\n              id\n              name\n            }\n          }\n        }\n        ...MappedOn_List\n      }\n    }\n    protection {\n      id\n      kind\n      value\n      description\n    }\n    coolDowns {\n      value\n      until\n      list {\n        id\n        name\n      }\n      user {\n        id\n        name\n      }\n    }\n  }\n": typeof types.Explanation_BlockExplanationFragmentDoc,
    "\n  fragment FetchTable_Publishing on Publishing {\n    inForce {\n      id\n      number\n    }\n    fetches {\n      credential {\n        id\n        name\n      }\n      address\n      version\n      status\n      fetchedAt\n      count\n      userAgent\n    }\n  }\n": typeof types.FetchTable_PublishingFragmentDoc,
    "\n  fragment HeldVersion_Publishing on Publishing {\n    guardPercent\n    guardEntries\n    inForce {\n      id\n      number\n      entryCount\n    }\n    held {\n      id\n      number\n      entryCount\n      added\n      removed\n      createdAt\n      ...VersionDiff_PublishedVersion\n    }\n  }\n": typeof types.HeldVersion_PublishingFragmentDoc,
    "\n  fragment ListPage_List on List {\n    id\n    name\n    kind\n    description\n    defaultTtlSeconds\n    entryCount\n    revision\n    version\n    published\n    publishing {\n      inForce {\n        id\n        number\n      }\n      held {\n        id\n        number\n      }\n    }\n    ...EditListPanel_List\n    ...MappedOn_List\n  }\n": typeof types.ListPage_ListFragmentDoc,
    "\n  query ListPage_Query($id: ID!) {\n    list(id: $id) {\n      id\n      ...ListPage_List\n    }\n  }\n": typeof types.ListPage_QueryDocument,
    "\n  subscription ListPage_Subscription {\n    enforcementChanged {\n      lists {\n        id\n        ...ListPage_List\n      }\n    }\n  }\n": typeof types.ListPage_SubscriptionDocument,
    "\n  fragment ListTable_List on List {\n    id\n    name\n    kind\n    description\n    entryCount\n    published\n    publishing {\n      inForce {\n        id\n        number\n      }\n      held {\n        id\n        number\n        added\n        removed\n      }\n      fetches {\n        version\n        status\n        fetchedAt\n      }\n    }\n    ...MappedOn_List\n  }\n": typeof types.ListTable_ListFragmentDoc,
    "\n  query ListsPage_Query {\n    lists {\n      id\n      published\n      publishing {\n        held {\n          id\n        }\n      }\n      ...ListTable_List\n    }\n  }\n": typeof types.ListsPage_QueryDocument,
    "\n  subscription ListsPage_Subscription {\n    enforcementChanged {\n      lists {\n        id\n        published\n        publishing {\n          held {\n            id\n          }\n        }\n        ...ListTable_List\n      }\n    }\n  }\n": typeof types.ListsPage_SubscriptionDocument,
    "\n  fragment MappedOn_List on List {\n    id\n    mappings {\n      id\n      kind\n      groupName\n      state\n      stateReason\n      device {\n        id\n        name\n      }\n    }\n  }\n": typeof types.MappedOn_ListFragmentDoc,
    "\n  mutation ListCreate_Mutation($input: ListCreateInput!) {\n    listCreate(input: $input) {\n      list {\n        id\n        version\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.ListCreate_MutationDocument,
    "\n  fragment PanListSteps_Publishing on Publishing {\n    panosSetCommands\n    urls {\n      format\n      url\n      retiresAt\n    }\n  }\n": typeof types.PanListSteps_PublishingFragmentDoc,
    "\n  query Protections_Query {\n    protections {\n      id\n      kind\n      value\n      description\n      builtIn\n      enabled\n    }\n  }\n": typeof types.Protections_QueryDocument,
    "\n  mutation ProtectionCreate_Mutation($input: ProtectionCreateInput!) {\n    protectionCreate(input: $input) {\n      protection {\n        id\n      }\n      removedEntries\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.ProtectionCreate_MutationDocument,
    "\n  mutation ProtectionUpdate_Mutation($input: ProtectionUpdateInput!) {\n    protectionUpdate(input: $input) {\n      protection {\n        id\n        enabled\n        description\n      }\n      removedEntries\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.ProtectionUpdate_MutationDocument,
    "\n  mutation ProtectionDelete_Mutation($input: ProtectionDeleteInput!) {\n    protectionDelete(input: $input) {\n      deletedId\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.ProtectionDelete_MutationDocument,
    "\n  fragment PublishedUrls_Publishing on Publishing {\n    urls {\n      format\n      url\n      retiresAt\n    }\n    allowedNetworks\n  }\n": typeof types.PublishedUrls_PublishingFragmentDoc,
    "\n  mutation PublishedPathRotate_Mutation($input: PublishedPathRotateInput!) {\n    publishedPathRotate(input: $input) {\n      list {\n        id\n        publishing {\n          ...PublishedUrls_Publishing\n        }\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.PublishedPathRotate_MutationDocument,
    "\n  fragment PublishedVersions_Publishing on Publishing {\n    versions {\n      id\n      number\n      state\n      entryCount\n      added\n      removed\n      rollbackOf\n      createdAt\n      inForceAt\n      decidedBy {\n        id\n        name\n      }\n    }\n  }\n": typeof types.PublishedVersions_PublishingFragmentDoc,
    "\n  query VersionDiffs_Query($id: ID!) {\n    list(id: $id) {\n      id\n      publishing {\n        versions {\n          id\n          ...VersionDiff_PublishedVersion\n        }\n      }\n    }\n  }\n": typeof types.VersionDiffs_QueryDocument,
    "\n  query Publishing_Query($id: ID!) {\n    list(id: $id) {\n      id\n      kind\n      published\n      publishing {\n        guardPercent\n        guardEntries\n        ...PublishedUrls_Publishing\n        ...HeldVersion_Publishing\n        ...PublishedVersions_Publishing\n        ...FetchTable_Publishing\n        ...PanListSteps_Publishing\n      }\n    }\n  }\n": typeof types.Publishing_QueryDocument,
    "\n  mutation ListEntriesRemove_Mutation($input: ListEntriesRemoveInput!) {\n    listEntriesRemove(input: $input) {\n      removed\n      lists {\n        id\n        entryCount\n        revision\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.ListEntriesRemove_MutationDocument,
    "\n  mutation Unblock_Mutation($input: UnblockInput!) {\n    unblock(input: $input) {\n      removed\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.Unblock_MutationDocument,
    "\n  mutation ListEntriesAdd_Mutation($input: ListEntriesAddInput!) {\n    listEntriesAdd(input: $input) {\n      list {\n        id\n        entryCount\n        revision\n      }\n      added\n      preview {\n        ...EntriesPreview\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.ListEntriesAdd_MutationDocument,
    "\n  query BlockIncident_Query($id: ID!) {\n    incident(id: $id) {\n      id\n      hosts {\n        role\n        address\n      }\n      urls {\n        value\n      }\n      domains {\n        value\n      }\n      files {\n        name\n        digest\n      }\n      users {\n        value\n      }\n    }\n  }\n": typeof types.BlockIncident_QueryDocument,
    "\n  query BlockAlert_Query($id: ID!) {\n    alert(id: $id) {\n      id\n      attackerSide\n      victimSide\n      url\n      domain\n      fileName\n      fileDigest\n      source {\n        address\n        user\n      }\n      destination {\n        address\n        user\n      }\n    }\n  }\n": typeof types.BlockAlert_QueryDocument,
    "\n  fragment EntriesPreview on EntriesPreview {\n    counts {\n      verdict\n      count\n    }\n    lines {\n      line\n      typed\n      value\n      verdict\n      reason\n    }\n  }\n": typeof types.EntriesPreviewFragmentDoc,
    "\n  query EntriesPreview_Query($listId: ID!, $text: String!) {\n    entriesPreview(listId: $listId, text: $text) {\n      ...EntriesPreview\n    }\n  }\n": typeof types.EntriesPreview_QueryDocument,
    "\n  fragment EntryRow_ListEntry on ListEntry {\n    id\n    value\n    typed\n    reason\n    addedAt\n    expiresAt\n    disabled\n    removedAt\n    removal\n    removalNote\n    removedBy {\n      id\n      name\n    }\n    ...EntryCauseText_ListEntry\n  }\n": typeof types.EntryRow_ListEntryFragmentDoc,
    "\n  query Entries_Query($listId: ID!, $first: Int!, $after: String, $filter: ListEntryFilter) {\n    list(id: $listId) {\n      id\n      entries(first: $first, after: $after, filter: $filter) {\n        nodes {\n          ...EntryRow_ListEntry\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n": typeof types.Entries_QueryDocument,
    "\n  query EntriesCount_Query($listId: ID!, $filter: ListEntryFilter) {\n    list(id: $listId) {\n      id\n      entries(first: 1, filter: $filter) {\n        totalCount\n        totalCountIsExact\n      }\n    }\n  }\n": typeof types.EntriesCount_QueryDocument,
    "\n  fragment EditListPanel_List on List {\n    id\n    version\n    name\n    kind\n    description\n    defaultTtlSeconds\n    published\n    publishing {\n      guardPercent\n      guardEntries\n      aggregate\n      trailingSlash\n      allowedNetworks\n    }\n  }\n": typeof types.EditListPanel_ListFragmentDoc,
    "\n  fragment SavedList on ListPayload {\n    list {\n      ...EditListPanel_List\n    }\n    userErrors {\n      message\n      field\n      code\n    }\n  }\n": typeof types.SavedListFragmentDoc,
    "\n  mutation ListUpdate_Mutation($input: ListUpdateInput!) {\n    payload: listUpdate(input: $input) {\n      ...SavedList\n    }\n  }\n": typeof types.ListUpdate_MutationDocument,
    "\n  mutation ListPublish_Mutation($input: ListPublishInput!) {\n    payload: listPublish(input: $input) {\n      ...SavedList\n    }\n  }\n": typeof types.ListPublish_MutationDocument,
    "\n  mutation ListUnpublish_Mutation($input: ListUnpublishInput!) {\n    payload: listUnpublish(input: $input) {\n      ...SavedList\n    }\n  }\n": typeof types.ListUnpublish_MutationDocument,
    "\n  mutation PublishedVersionDecide_Mutation($input: PublishedVersionDecideInput!) {\n    publishedVersionDecide(input: $input) {\n      list {\n        id\n        publishing {\n          ...HeldVersion_Publishing\n          ...PublishedVersions_Publishing\n        }\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.PublishedVersionDecide_MutationDocument,
    "\n  mutation PublishedVersionRollBack_Mutation($input: PublishedVersionRollBackInput!) {\n    publishedVersionRollBack(input: $input) {\n      list {\n        id\n        publishing {\n          ...HeldVersion_Publishing\n          ...PublishedVersions_Publishing\n        }\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.PublishedVersionRollBack_MutationDocument,
    "\n  fragment VersionDiff_PublishedVersion on PublishedVersion {\n    id\n    added\n    removed\n    addedEntries\n    removedEntries\n  }\n": typeof types.VersionDiff_PublishedVersionFragmentDoc,
    "\n  query WhyBlocked_Query($value: String!) {\n    explainBlock(value: $value) {\n      kind\n      value\n      ...Explanation_BlockExplanation\n    }\n  }\n": typeof types.WhyBlocked_QueryDocument,
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
    "\n  query PushPaused_Query {\n    pushPaused\n  }\n": typeof types.PushPaused_QueryDocument,
};
const documents: Documents = {
    "\n  query AppLayout_Query {\n    viewer {\n      user {\n        id\n        name\n      }\n      permissions\n    }\n  }\n": types.AppLayout_QueryDocument,
    "\n  mutation SignOut_Mutation {\n    signOut {\n      signedOut\n    }\n  }\n": types.SignOut_MutationDocument,
    "\n  fragment AlertRow_Alert on Alert {\n    id\n    receivedAt\n    occurredAt\n    severity\n    subtype\n    threatName\n    action\n    blocked\n    verdict\n    repeatCount\n    app\n    rule\n    url\n    fileName\n    attackerSide\n    source {\n      address\n      user\n    }\n    destination {\n      address\n      user\n    }\n    firewall {\n      id\n      name\n      serial\n    }\n    incident {\n      id\n      number\n    }\n  }\n": types.AlertRow_AlertFragmentDoc,
    "\n  fragment AlertAllFields_Alert on Alert {\n    id\n    fields {\n      key\n      label\n      value\n    }\n  }\n": types.AlertAllFields_AlertFragmentDoc,
    "\n  fragment AlertRawLine_Alert on Alert {\n    id\n    raw\n    format\n    transport\n    fieldCount\n  }\n": types.AlertRawLine_AlertFragmentDoc,
    "\n  query AlertPanel_Query($id: ID!) {\n    alert(id: $id) {\n      id\n      severity\n      threatName\n      fileName\n      url\n      subtype\n      truncated\n      incident {\n        id\n        number\n      }\n      ...AlertSummary_Alert\n      ...AlertAllFields_Alert\n      ...AlertRawLine_Alert\n    }\n  }\n": types.AlertPanel_QueryDocument,
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
    "\n  fragment ChangeView_MappingChange on MappingChange {\n    groupName\n    kind\n    add\n    remove\n    addCount\n    removeCount\n  }\n": types.ChangeView_MappingChangeFragmentDoc,
    "\n  fragment ConnectionTest_ConnectionTest on ConnectionTest {\n    ok\n    failure\n    message\n    fingerprint\n    subject\n    facts {\n      missingRights\n      ...FoundFacts_DeviceFacts\n    }\n  }\n": types.ConnectionTest_ConnectionTestFragmentDoc,
    "\n  mutation DeviceTest_Mutation($input: DeviceTestInput!) {\n    deviceTest(input: $input) {\n      test {\n        ...ConnectionTest_ConnectionTest\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.DeviceTest_MutationDocument,
    "\n  mutation DeviceDelete_Mutation($input: DeviceDeleteInput!) {\n    deviceDelete(input: $input) {\n      deletedId\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.DeviceDelete_MutationDocument,
    "\n  mutation MappingDelete_Mutation($input: MappingDeleteInput!) {\n    mappingDelete(input: $input) {\n      deletedId\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.MappingDelete_MutationDocument,
    "\n  fragment DeviceDetails_Device on Device {\n    id\n    type\n    host\n    peerHost\n    username\n    description\n    schedule\n    intervalMinutes\n    dailyAt\n    timeZone\n    scope\n    scopeName\n    commitPolicy\n    commitWindows {\n      days\n      from\n      to\n    }\n    tlsTrust\n    tlsFingerprint\n    maxConcurrent\n    driftPolicy\n    facts {\n      ...FoundFacts_DeviceFacts\n    }\n  }\n": types.DeviceDetails_DeviceFragmentDoc,
    "\n  fragment DevicePage_Device on Device {\n    id\n    name\n    paused\n    version\n    mappings {\n      id\n    }\n    runs(first: 1) {\n      nodes {\n        id\n        state\n        failure\n        message\n      }\n    }\n    ...DeviceDetails_Device\n    ...EditDevicePanel_Device\n    ...Mappings_Device\n    ...PreviewDialog_Device\n  }\n": types.DevicePage_DeviceFragmentDoc,
    "\n  query DevicePage_Query($id: ID!) {\n    device(id: $id) {\n      id\n      ...DevicePage_Device\n    }\n  }\n": types.DevicePage_QueryDocument,
    "\n  subscription DevicePage_Subscription {\n    enforcementChanged {\n      devices {\n        id\n        ...DevicePage_Device\n      }\n      lists {\n        id\n        name\n        entryCount\n        revision\n      }\n    }\n  }\n": types.DevicePage_SubscriptionDocument,
    "\n  mutation DevicePush_Mutation($input: DevicePushInput!) {\n    devicePush(input: $input) {\n      run {\n        id\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.DevicePush_MutationDocument,
    "\n  mutation DevicePause_Mutation($input: DevicePauseInput!) {\n    devicePause(input: $input) {\n      device {\n        id\n        paused\n        version\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.DevicePause_MutationDocument,
    "\n  fragment DeviceTable_Device on Device {\n    id\n    name\n    description\n    host\n    peerHost\n    schedule\n    intervalMinutes\n    dailyAt\n    timeZone\n    paused\n    facts {\n      model\n      panosVersion\n      haState\n      missingRights\n    }\n    mappings {\n      id\n      state\n    }\n    runs(first: 1) {\n      nodes {\n        id\n        state\n        failure\n        added\n        removed\n        startedAt\n        finishedAt\n      }\n    }\n  }\n": types.DeviceTable_DeviceFragmentDoc,
    "\n  query DevicesPage_Query {\n    devices {\n      id\n      ...DeviceTable_Device\n    }\n  }\n": types.DevicesPage_QueryDocument,
    "\n  subscription DevicesPage_Subscription {\n    enforcementChanged {\n      devices {\n        id\n        ...DeviceTable_Device\n      }\n    }\n  }\n": types.DevicesPage_SubscriptionDocument,
    "\n  fragment EditDevicePanel_Device on Device {\n    id\n    version\n    name\n    host\n    peerHost\n    username\n    passwordSet\n    description\n    schedule\n    intervalMinutes\n    dailyAt\n    timeZone\n    scope\n    scopeName\n    commitPolicy\n    commitWindows {\n      days\n      from\n      to\n    }\n    tlsTrust\n    tlsFingerprint\n    maxConcurrent\n    driftPolicy\n  }\n": types.EditDevicePanel_DeviceFragmentDoc,
    "\n  mutation DeviceUpdate_Mutation($input: DeviceUpdateInput!) {\n    deviceUpdate(input: $input) {\n      device {\n        id\n        ...EditDevicePanel_Device\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.DeviceUpdate_MutationDocument,
    "\n  fragment FoundFacts_DeviceFacts on DeviceFacts {\n    model\n    serial\n    panosVersion\n    hostname\n    haState\n    multiVsys\n    registeredIpLimit\n    missingRights\n    testedAt\n  }\n": types.FoundFacts_DeviceFactsFragmentDoc,
    "\n  fragment MappingPreview_MappingPreview on MappingPreview {\n    exists\n    foreign\n    failure\n    message\n    warnings\n    change {\n      ...ChangeView_MappingChange\n    }\n  }\n": types.MappingPreview_MappingPreviewFragmentDoc,
    "\n  mutation MappingPreview_Mutation($input: MappingPreviewInput!) {\n    mappingPreview(input: $input) {\n      preview {\n        failure\n        foreign\n        ...MappingPreview_MappingPreview\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.MappingPreview_MutationDocument,
    "\n  fragment Mappings_Device on Device {\n    id\n    name\n    scope\n    mappings {\n      id\n      kind\n      groupName\n      state\n      stateReason\n      syncedRevision\n      syncedAt\n      entryCount\n      capacity\n      list {\n        id\n        name\n        entryCount\n        revision\n      }\n    }\n    running {\n      id\n      cause\n      added\n      removed\n      apiCalls\n      startedAt\n    }\n  }\n": types.Mappings_DeviceFragmentDoc,
    "\n  mutation DeviceCreate_Mutation($input: DeviceCreateInput!) {\n    deviceCreate(input: $input) {\n      device {\n        id\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.DeviceCreate_MutationDocument,
    "\n  query NewMappingPanel_Query {\n    lists {\n      id\n      name\n      kind\n      entryCount\n    }\n  }\n": types.NewMappingPanel_QueryDocument,
    "\n  mutation MappingCreate_Mutation($input: MappingCreateInput!) {\n    mappingCreate(input: $input) {\n      mapping {\n        id\n        device {\n          id\n          ...Mappings_Device\n        }\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.MappingCreate_MutationDocument,
    "\n  fragment PreviewDialog_Device on Device {\n    id\n    name\n    mappings {\n      id\n      kind\n      groupName\n      list {\n        id\n      }\n    }\n  }\n": types.PreviewDialog_DeviceFragmentDoc,
    "\n  query PushStop_Query {\n    pushPaused\n  }\n": types.PushStop_QueryDocument,
    "\n  subscription PushStop_Subscription {\n    enforcementChanged {\n      devices {\n        id\n      }\n    }\n  }\n": types.PushStop_SubscriptionDocument,
    "\n  mutation PushPause_Mutation($paused: Boolean!) {\n    pushPause(paused: $paused) {\n      paused\n    }\n  }\n": types.PushPause_MutationDocument,
    "\n  fragment RunDetails_SyncRun on SyncRun {\n    id\n    changes {\n      groupName\n      ...ChangeView_MappingChange\n    }\n    log {\n      at\n      level\n      text\n    }\n  }\n": types.RunDetails_SyncRunFragmentDoc,
    "\n  query RunDetails_Query($id: ID!) {\n    node(id: $id) {\n      id\n      ...RunDetails_SyncRun\n    }\n  }\n": types.RunDetails_QueryDocument,
    "\n  subscription RunDetails_Subscription {\n    enforcementChanged {\n      runs {\n        id\n        ...RunDetails_SyncRun\n      }\n    }\n  }\n": types.RunDetails_SubscriptionDocument,
    "\n  fragment RunHistory_SyncRun on SyncRun {\n    id\n    cause\n    user {\n      id\n      name\n    }\n    state\n    failure\n    message\n    added\n    removed\n    apiCalls\n    commitJob\n    startedAt\n    finishedAt\n  }\n": types.RunHistory_SyncRunFragmentDoc,
    "\n  query RunHistory_Query($deviceId: ID!, $first: Int!) {\n    device(id: $deviceId) {\n      id\n      runs(first: $first) {\n        nodes {\n          id\n          ...RunHistory_SyncRun\n        }\n        pageInfo {\n          hasNextPage\n        }\n      }\n    }\n  }\n": types.RunHistory_QueryDocument,
    "\n  subscription RunHistory_Subscription {\n    enforcementChanged {\n      runs {\n        id\n        device {\n          id\n        }\n        ...RunHistory_SyncRun\n      }\n    }\n  }\n": types.RunHistory_SubscriptionDocument,
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
    "\n  query BlockLists_Query {\n    lists {\n      id\n      name\n      kind\n      defaultTtlSeconds\n    }\n  }\n": types.BlockLists_QueryDocument,
    "\n  query Credentials_Query {\n    publishCredentials {\n      id\n      name\n      username\n      disabled\n      createdAt\n      lists {\n        id\n        name\n      }\n    }\n  }\n": types.Credentials_QueryDocument,
    "\n  mutation CredentialCreate_Mutation($input: PublishCredentialCreateInput!) {\n    publishCredentialCreate(input: $input) {\n      credential {\n        id\n      }\n      password\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.CredentialCreate_MutationDocument,
    "\n  mutation CredentialUpdate_Mutation($input: PublishCredentialUpdateInput!) {\n    publishCredentialUpdate(input: $input) {\n      credential {\n        id\n        disabled\n        lists {\n          id\n          name\n        }\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.CredentialUpdate_MutationDocument,
    "\n  mutation ListDelete_Mutation($input: ListDeleteInput!) {\n    listDelete(input: $input) {\n      deletedId\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.ListDelete_MutationDocument,
    "\n  fragment EntryCauseText_ListEntry on ListEntry {\n    id\n    cause\n    user {\n      id\n      name\n    }\n    incident {\n      id\n      number\n    }\n    alert {\n      id\n    }\n  }\n": types.EntryCauseText_ListEntryFragmentDoc,
    "\n  mutation ListEntryUpdate_Mutation($input: ListEntryUpdateInput!) {\n    listEntryUpdate(input: $input) {\n      entry {\n        ...EntryRow_ListEntry\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.ListEntryUpdate_MutationDocument,
    "\n  fragment Explanation_BlockExplanation on BlockExplanation {\n    value\n    kind\n    entries {\n      id\n      value\n      reason\n      disabled\n      addedAt\n      expiresAt\n      removedAt\n      removal\n      removalNote\n      removedBy {\n        id\n        name\n      }\n      ...EntryCauseText_ListEntry\n      list {\n        id\n        name\n        published\n        publishing {\n          inForce {\n            id\n            number\n          }\n          fetches {\n            address\n            version\n            status\n            fetchedAt\n            credential {\n              id\n              name\n            }\n          }\n        }\n        ...MappedOn_List\n      }\n    }\n    protection {\n      id\n      kind\n      value\n      description\n    }\n    coolDowns {\n      value\n      until\n      list {\n        id\n        name\n      }\n      user {\n        id\n        name\n      }\n    }\n  }\n": types.Explanation_BlockExplanationFragmentDoc,
    "\n  fragment FetchTable_Publishing on Publishing {\n    inForce {\n      id\n      number\n    }\n    fetches {\n      credential {\n        id\n        name\n      }\n      address\n      version\n      status\n      fetchedAt\n      count\n      userAgent\n    }\n  }\n": types.FetchTable_PublishingFragmentDoc,
    "\n  fragment HeldVersion_Publishing on Publishing {\n    guardPercent\n    guardEntries\n    inForce {\n      id\n      number\n      entryCount\n    }\n    held {\n      id\n      number\n      entryCount\n      added\n      removed\n      createdAt\n      ...VersionDiff_PublishedVersion\n    }\n  }\n": types.HeldVersion_PublishingFragmentDoc,
    "\n  fragment ListPage_List on List {\n    id\n    name\n    kind\n    description\n    defaultTtlSeconds\n    entryCount\n    revision\n    version\n    published\n    publishing {\n      inForce {\n        id\n        number\n      }\n      held {\n        id\n        number\n      }\n    }\n    ...EditListPanel_List\n    ...MappedOn_List\n  }\n": types.ListPage_ListFragmentDoc,
    "\n  query ListPage_Query($id: ID!) {\n    list(id: $id) {\n      id\n      ...ListPage_List\n    }\n  }\n": types.ListPage_QueryDocument,
    "\n  subscription ListPage_Subscription {\n    enforcementChanged {\n      lists {\n        id\n        ...ListPage_List\n      }\n    }\n  }\n": types.ListPage_SubscriptionDocument,
    "\n  fragment ListTable_List on List {\n    id\n    name\n    kind\n    description\n    entryCount\n    published\n    publishing {\n      inForce {\n        id\n        number\n      }\n      held {\n        id\n        number\n        added\n        removed\n      }\n      fetches {\n        version\n        status\n        fetchedAt\n      }\n    }\n    ...MappedOn_List\n  }\n": types.ListTable_ListFragmentDoc,
    "\n  query ListsPage_Query {\n    lists {\n      id\n      published\n      publishing {\n        held {\n          id\n        }\n      }\n      ...ListTable_List\n    }\n  }\n": types.ListsPage_QueryDocument,
    "\n  subscription ListsPage_Subscription {\n    enforcementChanged {\n      lists {\n        id\n        published\n        publishing {\n          held {\n            id\n          }\n        }\n        ...ListTable_List\n      }\n    }\n  }\n": types.ListsPage_SubscriptionDocument,
    "\n  fragment MappedOn_List on List {\n    id\n    mappings {\n      id\n      kind\n      groupName\n      state\n      stateReason\n      device {\n        id\n        name\n      }\n    }\n  }\n": types.MappedOn_ListFragmentDoc,
    "\n  mutation ListCreate_Mutation($input: ListCreateInput!) {\n    listCreate(input: $input) {\n      list {\n        id\n        version\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.ListCreate_MutationDocument,
    "\n  fragment PanListSteps_Publishing on Publishing {\n    panosSetCommands\n    urls {\n      format\n      url\n      retiresAt\n    }\n  }\n": types.PanListSteps_PublishingFragmentDoc,
    "\n  query Protections_Query {\n    protections {\n      id\n      kind\n      value\n      description\n      builtIn\n      enabled\n    }\n  }\n": types.Protections_QueryDocument,
    "\n  mutation ProtectionCreate_Mutation($input: ProtectionCreateInput!) {\n    protectionCreate(input: $input) {\n      protection {\n        id\n      }\n      removedEntries\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.ProtectionCreate_MutationDocument,
    "\n  mutation ProtectionUpdate_Mutation($input: ProtectionUpdateInput!) {\n    protectionUpdate(input: $input) {\n      protection {\n        id\n        enabled\n        description\n      }\n      removedEntries\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.ProtectionUpdate_MutationDocument,
    "\n  mutation ProtectionDelete_Mutation($input: ProtectionDeleteInput!) {\n    protectionDelete(input: $input) {\n      deletedId\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.ProtectionDelete_MutationDocument,
    "\n  fragment PublishedUrls_Publishing on Publishing {\n    urls {\n      format\n      url\n      retiresAt\n    }\n    allowedNetworks\n  }\n": types.PublishedUrls_PublishingFragmentDoc,
    "\n  mutation PublishedPathRotate_Mutation($input: PublishedPathRotateInput!) {\n    publishedPathRotate(input: $input) {\n      list {\n        id\n        publishing {\n          ...PublishedUrls_Publishing\n        }\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.PublishedPathRotate_MutationDocument,
    "\n  fragment PublishedVersions_Publishing on Publishing {\n    versions {\n      id\n      number\n      state\n      entryCount\n      added\n      removed\n      rollbackOf\n      createdAt\n      inForceAt\n      decidedBy {\n        id\n        name\n      }\n    }\n  }\n": types.PublishedVersions_PublishingFragmentDoc,
    "\n  query VersionDiffs_Query($id: ID!) {\n    list(id: $id) {\n      id\n      publishing {\n        versions {\n          id\n          ...VersionDiff_PublishedVersion\n        }\n      }\n    }\n  }\n": types.VersionDiffs_QueryDocument,
    "\n  query Publishing_Query($id: ID!) {\n    list(id: $id) {\n      id\n      kind\n      published\n      publishing {\n        guardPercent\n        guardEntries\n        ...PublishedUrls_Publishing\n        ...HeldVersion_Publishing\n        ...PublishedVersions_Publishing\n        ...FetchTable_Publishing\n        ...PanListSteps_Publishing\n      }\n    }\n  }\n": types.Publishing_QueryDocument,
    "\n  mutation ListEntriesRemove_Mutation($input: ListEntriesRemoveInput!) {\n    listEntriesRemove(input: $input) {\n      removed\n      lists {\n        id\n        entryCount\n        revision\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.ListEntriesRemove_MutationDocument,
    "\n  mutation Unblock_Mutation($input: UnblockInput!) {\n    unblock(input: $input) {\n      removed\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.Unblock_MutationDocument,
    "\n  mutation ListEntriesAdd_Mutation($input: ListEntriesAddInput!) {\n    listEntriesAdd(input: $input) {\n      list {\n        id\n        entryCount\n        revision\n      }\n      added\n      preview {\n        ...EntriesPreview\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.ListEntriesAdd_MutationDocument,
    "\n  query BlockIncident_Query($id: ID!) {\n    incident(id: $id) {\n      id\n      hosts {\n        role\n        address\n      }\n      urls {\n        value\n      }\n      domains {\n        value\n      }\n      files {\n        name\n        digest\n      }\n      users {\n        value\n      }\n    }\n  }\n": types.BlockIncident_QueryDocument,
    "\n  query BlockAlert_Query($id: ID!) {\n    alert(id: $id) {\n      id\n      attackerSide\n      victimSide\n      url\n      domain\n      fileName\n      fileDigest\n      source {\n        address\n        user\n      }\n      destination {\n        address\n        user\n      }\n    }\n  }\n": types.BlockAlert_QueryDocument,
    "\n  fragment EntriesPreview on EntriesPreview {\n    counts {\n      verdict\n      count\n    }\n    lines {\n      line\n      typed\n      value\n      verdict\n      reason\n    }\n  }\n": types.EntriesPreviewFragmentDoc,
    "\n  query EntriesPreview_Query($listId: ID!, $text: String!) {\n    entriesPreview(listId: $listId, text: $text) {\n      ...EntriesPreview\n    }\n  }\n": types.EntriesPreview_QueryDocument,
    "\n  fragment EntryRow_ListEntry on ListEntry {\n    id\n    value\n    typed\n    reason\n    addedAt\n    expiresAt\n    disabled\n    removedAt\n    removal\n    removalNote\n    removedBy {\n      id\n      name\n    }\n    ...EntryCauseText_ListEntry\n  }\n": types.EntryRow_ListEntryFragmentDoc,
    "\n  query Entries_Query($listId: ID!, $first: Int!, $after: String, $filter: ListEntryFilter) {\n    list(id: $listId) {\n      id\n      entries(first: $first, after: $after, filter: $filter) {\n        nodes {\n          ...EntryRow_ListEntry\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n": types.Entries_QueryDocument,
    "\n  query EntriesCount_Query($listId: ID!, $filter: ListEntryFilter) {\n    list(id: $listId) {\n      id\n      entries(first: 1, filter: $filter) {\n        totalCount\n        totalCountIsExact\n      }\n    }\n  }\n": types.EntriesCount_QueryDocument,
    "\n  fragment EditListPanel_List on List {\n    id\n    version\n    name\n    kind\n    description\n    defaultTtlSeconds\n    published\n    publishing {\n      guardPercent\n      guardEntries\n      aggregate\n      trailingSlash\n      allowedNetworks\n    }\n  }\n": types.EditListPanel_ListFragmentDoc,
    "\n  fragment SavedList on ListPayload {\n    list {\n      ...EditListPanel_List\n    }\n    userErrors {\n      message\n      field\n      code\n    }\n  }\n": types.SavedListFragmentDoc,
    "\n  mutation ListUpdate_Mutation($input: ListUpdateInput!) {\n    payload: listUpdate(input: $input) {\n      ...SavedList\n    }\n  }\n": types.ListUpdate_MutationDocument,
    "\n  mutation ListPublish_Mutation($input: ListPublishInput!) {\n    payload: listPublish(input: $input) {\n      ...SavedList\n    }\n  }\n": types.ListPublish_MutationDocument,
    "\n  mutation ListUnpublish_Mutation($input: ListUnpublishInput!) {\n    payload: listUnpublish(input: $input) {\n      ...SavedList\n    }\n  }\n": types.ListUnpublish_MutationDocument,
    "\n  mutation PublishedVersionDecide_Mutation($input: PublishedVersionDecideInput!) {\n    publishedVersionDecide(input: $input) {\n      list {\n        id\n        publishing {\n          ...HeldVersion_Publishing\n          ...PublishedVersions_Publishing\n        }\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.PublishedVersionDecide_MutationDocument,
    "\n  mutation PublishedVersionRollBack_Mutation($input: PublishedVersionRollBackInput!) {\n    publishedVersionRollBack(input: $input) {\n      list {\n        id\n        publishing {\n          ...HeldVersion_Publishing\n          ...PublishedVersions_Publishing\n        }\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.PublishedVersionRollBack_MutationDocument,
    "\n  fragment VersionDiff_PublishedVersion on PublishedVersion {\n    id\n    added\n    removed\n    addedEntries\n    removedEntries\n  }\n": types.VersionDiff_PublishedVersionFragmentDoc,
    "\n  query WhyBlocked_Query($value: String!) {\n    explainBlock(value: $value) {\n      kind\n      value\n      ...Explanation_BlockExplanation\n    }\n  }\n": types.WhyBlocked_QueryDocument,
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
    "\n  query PushPaused_Query {\n    pushPaused\n  }\n": types.PushPaused_QueryDocument,
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
export function graphql(source: "\n  query AlertPanel_Query($id: ID!) {\n    alert(id: $id) {\n      id\n      severity\n      threatName\n      fileName\n      url\n      subtype\n      truncated\n      incident {\n        id\n        number\n      }\n      ...AlertSummary_Alert\n      ...AlertAllFields_Alert\n      ...AlertRawLine_Alert\n    }\n  }\n"): (typeof documents)["\n  query AlertPanel_Query($id: ID!) {\n    alert(id: $id) {\n      id\n      severity\n      threatName\n      fileName\n      url\n      subtype\n      truncated\n      incident {\n        id\n        number\n      }\n      ...AlertSummary_Alert\n      ...AlertAllFields_Alert\n      ...AlertRawLine_Alert\n    }\n  }\n"];
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
export function graphql(source: "\n  fragment ChangeView_MappingChange on MappingChange {\n    groupName\n    kind\n    add\n    remove\n    addCount\n    removeCount\n  }\n"): (typeof documents)["\n  fragment ChangeView_MappingChange on MappingChange {\n    groupName\n    kind\n    add\n    remove\n    addCount\n    removeCount\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConnectionTest_ConnectionTest on ConnectionTest {\n    ok\n    failure\n    message\n    fingerprint\n    subject\n    facts {\n      missingRights\n      ...FoundFacts_DeviceFacts\n    }\n  }\n"): (typeof documents)["\n  fragment ConnectionTest_ConnectionTest on ConnectionTest {\n    ok\n    failure\n    message\n    fingerprint\n    subject\n    facts {\n      missingRights\n      ...FoundFacts_DeviceFacts\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeviceTest_Mutation($input: DeviceTestInput!) {\n    deviceTest(input: $input) {\n      test {\n        ...ConnectionTest_ConnectionTest\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeviceTest_Mutation($input: DeviceTestInput!) {\n    deviceTest(input: $input) {\n      test {\n        ...ConnectionTest_ConnectionTest\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeviceDelete_Mutation($input: DeviceDeleteInput!) {\n    deviceDelete(input: $input) {\n      deletedId\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeviceDelete_Mutation($input: DeviceDeleteInput!) {\n    deviceDelete(input: $input) {\n      deletedId\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MappingDelete_Mutation($input: MappingDeleteInput!) {\n    mappingDelete(input: $input) {\n      deletedId\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation MappingDelete_Mutation($input: MappingDeleteInput!) {\n    mappingDelete(input: $input) {\n      deletedId\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DeviceDetails_Device on Device {\n    id\n    type\n    host\n    peerHost\n    username\n    description\n    schedule\n    intervalMinutes\n    dailyAt\n    timeZone\n    scope\n    scopeName\n    commitPolicy\n    commitWindows {\n      days\n      from\n      to\n    }\n    tlsTrust\n    tlsFingerprint\n    maxConcurrent\n    driftPolicy\n    facts {\n      ...FoundFacts_DeviceFacts\n    }\n  }\n"): (typeof documents)["\n  fragment DeviceDetails_Device on Device {\n    id\n    type\n    host\n    peerHost\n    username\n    description\n    schedule\n    intervalMinutes\n    dailyAt\n    timeZone\n    scope\n    scopeName\n    commitPolicy\n    commitWindows {\n      days\n      from\n      to\n    }\n    tlsTrust\n    tlsFingerprint\n    maxConcurrent\n    driftPolicy\n    facts {\n      ...FoundFacts_DeviceFacts\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DevicePage_Device on Device {\n    id\n    name\n    paused\n    version\n    mappings {\n      id\n    }\n    runs(first: 1) {\n      nodes {\n        id\n        state\n        failure\n        message\n      }\n    }\n    ...DeviceDetails_Device\n    ...EditDevicePanel_Device\n    ...Mappings_Device\n    ...PreviewDialog_Device\n  }\n"): (typeof documents)["\n  fragment DevicePage_Device on Device {\n    id\n    name\n    paused\n    version\n    mappings {\n      id\n    }\n    runs(first: 1) {\n      nodes {\n        id\n        state\n        failure\n        message\n      }\n    }\n    ...DeviceDetails_Device\n    ...EditDevicePanel_Device\n    ...Mappings_Device\n    ...PreviewDialog_Device\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DevicePage_Query($id: ID!) {\n    device(id: $id) {\n      id\n      ...DevicePage_Device\n    }\n  }\n"): (typeof documents)["\n  query DevicePage_Query($id: ID!) {\n    device(id: $id) {\n      id\n      ...DevicePage_Device\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription DevicePage_Subscription {\n    enforcementChanged {\n      devices {\n        id\n        ...DevicePage_Device\n      }\n      lists {\n        id\n        name\n        entryCount\n        revision\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription DevicePage_Subscription {\n    enforcementChanged {\n      devices {\n        id\n        ...DevicePage_Device\n      }\n      lists {\n        id\n        name\n        entryCount\n        revision\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DevicePush_Mutation($input: DevicePushInput!) {\n    devicePush(input: $input) {\n      run {\n        id\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DevicePush_Mutation($input: DevicePushInput!) {\n    devicePush(input: $input) {\n      run {\n        id\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DevicePause_Mutation($input: DevicePauseInput!) {\n    devicePause(input: $input) {\n      device {\n        id\n        paused\n        version\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DevicePause_Mutation($input: DevicePauseInput!) {\n    devicePause(input: $input) {\n      device {\n        id\n        paused\n        version\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DeviceTable_Device on Device {\n    id\n    name\n    description\n    host\n    peerHost\n    schedule\n    intervalMinutes\n    dailyAt\n    timeZone\n    paused\n    facts {\n      model\n      panosVersion\n      haState\n      missingRights\n    }\n    mappings {\n      id\n      state\n    }\n    runs(first: 1) {\n      nodes {\n        id\n        state\n        failure\n        added\n        removed\n        startedAt\n        finishedAt\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment DeviceTable_Device on Device {\n    id\n    name\n    description\n    host\n    peerHost\n    schedule\n    intervalMinutes\n    dailyAt\n    timeZone\n    paused\n    facts {\n      model\n      panosVersion\n      haState\n      missingRights\n    }\n    mappings {\n      id\n      state\n    }\n    runs(first: 1) {\n      nodes {\n        id\n        state\n        failure\n        added\n        removed\n        startedAt\n        finishedAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DevicesPage_Query {\n    devices {\n      id\n      ...DeviceTable_Device\n    }\n  }\n"): (typeof documents)["\n  query DevicesPage_Query {\n    devices {\n      id\n      ...DeviceTable_Device\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription DevicesPage_Subscription {\n    enforcementChanged {\n      devices {\n        id\n        ...DeviceTable_Device\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription DevicesPage_Subscription {\n    enforcementChanged {\n      devices {\n        id\n        ...DeviceTable_Device\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EditDevicePanel_Device on Device {\n    id\n    version\n    name\n    host\n    peerHost\n    username\n    passwordSet\n    description\n    schedule\n    intervalMinutes\n    dailyAt\n    timeZone\n    scope\n    scopeName\n    commitPolicy\n    commitWindows {\n      days\n      from\n      to\n    }\n    tlsTrust\n    tlsFingerprint\n    maxConcurrent\n    driftPolicy\n  }\n"): (typeof documents)["\n  fragment EditDevicePanel_Device on Device {\n    id\n    version\n    name\n    host\n    peerHost\n    username\n    passwordSet\n    description\n    schedule\n    intervalMinutes\n    dailyAt\n    timeZone\n    scope\n    scopeName\n    commitPolicy\n    commitWindows {\n      days\n      from\n      to\n    }\n    tlsTrust\n    tlsFingerprint\n    maxConcurrent\n    driftPolicy\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeviceUpdate_Mutation($input: DeviceUpdateInput!) {\n    deviceUpdate(input: $input) {\n      device {\n        id\n        ...EditDevicePanel_Device\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeviceUpdate_Mutation($input: DeviceUpdateInput!) {\n    deviceUpdate(input: $input) {\n      device {\n        id\n        ...EditDevicePanel_Device\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FoundFacts_DeviceFacts on DeviceFacts {\n    model\n    serial\n    panosVersion\n    hostname\n    haState\n    multiVsys\n    registeredIpLimit\n    missingRights\n    testedAt\n  }\n"): (typeof documents)["\n  fragment FoundFacts_DeviceFacts on DeviceFacts {\n    model\n    serial\n    panosVersion\n    hostname\n    haState\n    multiVsys\n    registeredIpLimit\n    missingRights\n    testedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MappingPreview_MappingPreview on MappingPreview {\n    exists\n    foreign\n    failure\n    message\n    warnings\n    change {\n      ...ChangeView_MappingChange\n    }\n  }\n"): (typeof documents)["\n  fragment MappingPreview_MappingPreview on MappingPreview {\n    exists\n    foreign\n    failure\n    message\n    warnings\n    change {\n      ...ChangeView_MappingChange\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MappingPreview_Mutation($input: MappingPreviewInput!) {\n    mappingPreview(input: $input) {\n      preview {\n        failure\n        foreign\n        ...MappingPreview_MappingPreview\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation MappingPreview_Mutation($input: MappingPreviewInput!) {\n    mappingPreview(input: $input) {\n      preview {\n        failure\n        foreign\n        ...MappingPreview_MappingPreview\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Mappings_Device on Device {\n    id\n    name\n    scope\n    mappings {\n      id\n      kind\n      groupName\n      state\n      stateReason\n      syncedRevision\n      syncedAt\n      entryCount\n      capacity\n      list {\n        id\n        name\n        entryCount\n        revision\n      }\n    }\n    running {\n      id\n      cause\n      added\n      removed\n      apiCalls\n      startedAt\n    }\n  }\n"): (typeof documents)["\n  fragment Mappings_Device on Device {\n    id\n    name\n    scope\n    mappings {\n      id\n      kind\n      groupName\n      state\n      stateReason\n      syncedRevision\n      syncedAt\n      entryCount\n      capacity\n      list {\n        id\n        name\n        entryCount\n        revision\n      }\n    }\n    running {\n      id\n      cause\n      added\n      removed\n      apiCalls\n      startedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeviceCreate_Mutation($input: DeviceCreateInput!) {\n    deviceCreate(input: $input) {\n      device {\n        id\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeviceCreate_Mutation($input: DeviceCreateInput!) {\n    deviceCreate(input: $input) {\n      device {\n        id\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NewMappingPanel_Query {\n    lists {\n      id\n      name\n      kind\n      entryCount\n    }\n  }\n"): (typeof documents)["\n  query NewMappingPanel_Query {\n    lists {\n      id\n      name\n      kind\n      entryCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MappingCreate_Mutation($input: MappingCreateInput!) {\n    mappingCreate(input: $input) {\n      mapping {\n        id\n        device {\n          id\n          ...Mappings_Device\n        }\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation MappingCreate_Mutation($input: MappingCreateInput!) {\n    mappingCreate(input: $input) {\n      mapping {\n        id\n        device {\n          id\n          ...Mappings_Device\n        }\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PreviewDialog_Device on Device {\n    id\n    name\n    mappings {\n      id\n      kind\n      groupName\n      list {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment PreviewDialog_Device on Device {\n    id\n    name\n    mappings {\n      id\n      kind\n      groupName\n      list {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PushStop_Query {\n    pushPaused\n  }\n"): (typeof documents)["\n  query PushStop_Query {\n    pushPaused\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription PushStop_Subscription {\n    enforcementChanged {\n      devices {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription PushStop_Subscription {\n    enforcementChanged {\n      devices {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PushPause_Mutation($paused: Boolean!) {\n    pushPause(paused: $paused) {\n      paused\n    }\n  }\n"): (typeof documents)["\n  mutation PushPause_Mutation($paused: Boolean!) {\n    pushPause(paused: $paused) {\n      paused\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunDetails_SyncRun on SyncRun {\n    id\n    changes {\n      groupName\n      ...ChangeView_MappingChange\n    }\n    log {\n      at\n      level\n      text\n    }\n  }\n"): (typeof documents)["\n  fragment RunDetails_SyncRun on SyncRun {\n    id\n    changes {\n      groupName\n      ...ChangeView_MappingChange\n    }\n    log {\n      at\n      level\n      text\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RunDetails_Query($id: ID!) {\n    node(id: $id) {\n      id\n      ...RunDetails_SyncRun\n    }\n  }\n"): (typeof documents)["\n  query RunDetails_Query($id: ID!) {\n    node(id: $id) {\n      id\n      ...RunDetails_SyncRun\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription RunDetails_Subscription {\n    enforcementChanged {\n      runs {\n        id\n        ...RunDetails_SyncRun\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription RunDetails_Subscription {\n    enforcementChanged {\n      runs {\n        id\n        ...RunDetails_SyncRun\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunHistory_SyncRun on SyncRun {\n    id\n    cause\n    user {\n      id\n      name\n    }\n    state\n    failure\n    message\n    added\n    removed\n    apiCalls\n    commitJob\n    startedAt\n    finishedAt\n  }\n"): (typeof documents)["\n  fragment RunHistory_SyncRun on SyncRun {\n    id\n    cause\n    user {\n      id\n      name\n    }\n    state\n    failure\n    message\n    added\n    removed\n    apiCalls\n    commitJob\n    startedAt\n    finishedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RunHistory_Query($deviceId: ID!, $first: Int!) {\n    device(id: $deviceId) {\n      id\n      runs(first: $first) {\n        nodes {\n          id\n          ...RunHistory_SyncRun\n        }\n        pageInfo {\n          hasNextPage\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query RunHistory_Query($deviceId: ID!, $first: Int!) {\n    device(id: $deviceId) {\n      id\n      runs(first: $first) {\n        nodes {\n          id\n          ...RunHistory_SyncRun\n        }\n        pageInfo {\n          hasNextPage\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription RunHistory_Subscription {\n    enforcementChanged {\n      runs {\n        id\n        device {\n          id\n        }\n        ...RunHistory_SyncRun\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription RunHistory_Subscription {\n    enforcementChanged {\n      runs {\n        id\n        device {\n          id\n        }\n        ...RunHistory_SyncRun\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  query BlockLists_Query {\n    lists {\n      id\n      name\n      kind\n      defaultTtlSeconds\n    }\n  }\n"): (typeof documents)["\n  query BlockLists_Query {\n    lists {\n      id\n      name\n      kind\n      defaultTtlSeconds\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Credentials_Query {\n    publishCredentials {\n      id\n      name\n      username\n      disabled\n      createdAt\n      lists {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  query Credentials_Query {\n    publishCredentials {\n      id\n      name\n      username\n      disabled\n      createdAt\n      lists {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CredentialCreate_Mutation($input: PublishCredentialCreateInput!) {\n    publishCredentialCreate(input: $input) {\n      credential {\n        id\n      }\n      password\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CredentialCreate_Mutation($input: PublishCredentialCreateInput!) {\n    publishCredentialCreate(input: $input) {\n      credential {\n        id\n      }\n      password\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CredentialUpdate_Mutation($input: PublishCredentialUpdateInput!) {\n    publishCredentialUpdate(input: $input) {\n      credential {\n        id\n        disabled\n        lists {\n          id\n          name\n        }\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CredentialUpdate_Mutation($input: PublishCredentialUpdateInput!) {\n    publishCredentialUpdate(input: $input) {\n      credential {\n        id\n        disabled\n        lists {\n          id\n          name\n        }\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ListDelete_Mutation($input: ListDeleteInput!) {\n    listDelete(input: $input) {\n      deletedId\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ListDelete_Mutation($input: ListDeleteInput!) {\n    listDelete(input: $input) {\n      deletedId\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EntryCauseText_ListEntry on ListEntry {\n    id\n    cause\n    user {\n      id\n      name\n    }\n    incident {\n      id\n      number\n    }\n    alert {\n      id\n    }\n  }\n"): (typeof documents)["\n  fragment EntryCauseText_ListEntry on ListEntry {\n    id\n    cause\n    user {\n      id\n      name\n    }\n    incident {\n      id\n      number\n    }\n    alert {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ListEntryUpdate_Mutation($input: ListEntryUpdateInput!) {\n    listEntryUpdate(input: $input) {\n      entry {\n        ...EntryRow_ListEntry\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ListEntryUpdate_Mutation($input: ListEntryUpdateInput!) {\n    listEntryUpdate(input: $input) {\n      entry {\n        ...EntryRow_ListEntry\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Explanation_BlockExplanation on BlockExplanation {\n    value\n    kind\n    entries {\n      id\n      value\n      reason\n      disabled\n      addedAt\n      expiresAt\n      removedAt\n      removal\n      removalNote\n      removedBy {\n        id\n        name\n      }\n      ...EntryCauseText_ListEntry\n      list {\n        id\n        name\n        published\n        publishing {\n          inForce {\n            id\n            number\n          }\n          fetches {\n            address\n            version\n            status\n            fetchedAt\n            credential {\n              id\n              name\n            }\n          }\n        }\n        ...MappedOn_List\n      }\n    }\n    protection {\n      id\n      kind\n      value\n      description\n    }\n    coolDowns {\n      value\n      until\n      list {\n        id\n        name\n      }\n      user {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment Explanation_BlockExplanation on BlockExplanation {\n    value\n    kind\n    entries {\n      id\n      value\n      reason\n      disabled\n      addedAt\n      expiresAt\n      removedAt\n      removal\n      removalNote\n      removedBy {\n        id\n        name\n      }\n      ...EntryCauseText_ListEntry\n      list {\n        id\n        name\n        published\n        publishing {\n          inForce {\n            id\n            number\n          }\n          fetches {\n            address\n            version\n            status\n            fetchedAt\n            credential {\n              id\n              name\n            }\n          }\n        }\n        ...MappedOn_List\n      }\n    }\n    protection {\n      id\n      kind\n      value\n      description\n    }\n    coolDowns {\n      value\n      until\n      list {\n        id\n        name\n      }\n      user {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FetchTable_Publishing on Publishing {\n    inForce {\n      id\n      number\n    }\n    fetches {\n      credential {\n        id\n        name\n      }\n      address\n      version\n      status\n      fetchedAt\n      count\n      userAgent\n    }\n  }\n"): (typeof documents)["\n  fragment FetchTable_Publishing on Publishing {\n    inForce {\n      id\n      number\n    }\n    fetches {\n      credential {\n        id\n        name\n      }\n      address\n      version\n      status\n      fetchedAt\n      count\n      userAgent\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment HeldVersion_Publishing on Publishing {\n    guardPercent\n    guardEntries\n    inForce {\n      id\n      number\n      entryCount\n    }\n    held {\n      id\n      number\n      entryCount\n      added\n      removed\n      createdAt\n      ...VersionDiff_PublishedVersion\n    }\n  }\n"): (typeof documents)["\n  fragment HeldVersion_Publishing on Publishing {\n    guardPercent\n    guardEntries\n    inForce {\n      id\n      number\n      entryCount\n    }\n    held {\n      id\n      number\n      entryCount\n      added\n      removed\n      createdAt\n      ...VersionDiff_PublishedVersion\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ListPage_List on List {\n    id\n    name\n    kind\n    description\n    defaultTtlSeconds\n    entryCount\n    revision\n    version\n    published\n    publishing {\n      inForce {\n        id\n        number\n      }\n      held {\n        id\n        number\n      }\n    }\n    ...EditListPanel_List\n    ...MappedOn_List\n  }\n"): (typeof documents)["\n  fragment ListPage_List on List {\n    id\n    name\n    kind\n    description\n    defaultTtlSeconds\n    entryCount\n    revision\n    version\n    published\n    publishing {\n      inForce {\n        id\n        number\n      }\n      held {\n        id\n        number\n      }\n    }\n    ...EditListPanel_List\n    ...MappedOn_List\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListPage_Query($id: ID!) {\n    list(id: $id) {\n      id\n      ...ListPage_List\n    }\n  }\n"): (typeof documents)["\n  query ListPage_Query($id: ID!) {\n    list(id: $id) {\n      id\n      ...ListPage_List\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ListPage_Subscription {\n    enforcementChanged {\n      lists {\n        id\n        ...ListPage_List\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription ListPage_Subscription {\n    enforcementChanged {\n      lists {\n        id\n        ...ListPage_List\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ListTable_List on List {\n    id\n    name\n    kind\n    description\n    entryCount\n    published\n    publishing {\n      inForce {\n        id\n        number\n      }\n      held {\n        id\n        number\n        added\n        removed\n      }\n      fetches {\n        version\n        status\n        fetchedAt\n      }\n    }\n    ...MappedOn_List\n  }\n"): (typeof documents)["\n  fragment ListTable_List on List {\n    id\n    name\n    kind\n    description\n    entryCount\n    published\n    publishing {\n      inForce {\n        id\n        number\n      }\n      held {\n        id\n        number\n        added\n        removed\n      }\n      fetches {\n        version\n        status\n        fetchedAt\n      }\n    }\n    ...MappedOn_List\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListsPage_Query {\n    lists {\n      id\n      published\n      publishing {\n        held {\n          id\n        }\n      }\n      ...ListTable_List\n    }\n  }\n"): (typeof documents)["\n  query ListsPage_Query {\n    lists {\n      id\n      published\n      publishing {\n        held {\n          id\n        }\n      }\n      ...ListTable_List\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ListsPage_Subscription {\n    enforcementChanged {\n      lists {\n        id\n        published\n        publishing {\n          held {\n            id\n          }\n        }\n        ...ListTable_List\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription ListsPage_Subscription {\n    enforcementChanged {\n      lists {\n        id\n        published\n        publishing {\n          held {\n            id\n          }\n        }\n        ...ListTable_List\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MappedOn_List on List {\n    id\n    mappings {\n      id\n      kind\n      groupName\n      state\n      stateReason\n      device {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment MappedOn_List on List {\n    id\n    mappings {\n      id\n      kind\n      groupName\n      state\n      stateReason\n      device {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ListCreate_Mutation($input: ListCreateInput!) {\n    listCreate(input: $input) {\n      list {\n        id\n        version\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ListCreate_Mutation($input: ListCreateInput!) {\n    listCreate(input: $input) {\n      list {\n        id\n        version\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PanListSteps_Publishing on Publishing {\n    panosSetCommands\n    urls {\n      format\n      url\n      retiresAt\n    }\n  }\n"): (typeof documents)["\n  fragment PanListSteps_Publishing on Publishing {\n    panosSetCommands\n    urls {\n      format\n      url\n      retiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Protections_Query {\n    protections {\n      id\n      kind\n      value\n      description\n      builtIn\n      enabled\n    }\n  }\n"): (typeof documents)["\n  query Protections_Query {\n    protections {\n      id\n      kind\n      value\n      description\n      builtIn\n      enabled\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ProtectionCreate_Mutation($input: ProtectionCreateInput!) {\n    protectionCreate(input: $input) {\n      protection {\n        id\n      }\n      removedEntries\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ProtectionCreate_Mutation($input: ProtectionCreateInput!) {\n    protectionCreate(input: $input) {\n      protection {\n        id\n      }\n      removedEntries\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ProtectionUpdate_Mutation($input: ProtectionUpdateInput!) {\n    protectionUpdate(input: $input) {\n      protection {\n        id\n        enabled\n        description\n      }\n      removedEntries\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ProtectionUpdate_Mutation($input: ProtectionUpdateInput!) {\n    protectionUpdate(input: $input) {\n      protection {\n        id\n        enabled\n        description\n      }\n      removedEntries\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ProtectionDelete_Mutation($input: ProtectionDeleteInput!) {\n    protectionDelete(input: $input) {\n      deletedId\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ProtectionDelete_Mutation($input: ProtectionDeleteInput!) {\n    protectionDelete(input: $input) {\n      deletedId\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PublishedUrls_Publishing on Publishing {\n    urls {\n      format\n      url\n      retiresAt\n    }\n    allowedNetworks\n  }\n"): (typeof documents)["\n  fragment PublishedUrls_Publishing on Publishing {\n    urls {\n      format\n      url\n      retiresAt\n    }\n    allowedNetworks\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PublishedPathRotate_Mutation($input: PublishedPathRotateInput!) {\n    publishedPathRotate(input: $input) {\n      list {\n        id\n        publishing {\n          ...PublishedUrls_Publishing\n        }\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation PublishedPathRotate_Mutation($input: PublishedPathRotateInput!) {\n    publishedPathRotate(input: $input) {\n      list {\n        id\n        publishing {\n          ...PublishedUrls_Publishing\n        }\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PublishedVersions_Publishing on Publishing {\n    versions {\n      id\n      number\n      state\n      entryCount\n      added\n      removed\n      rollbackOf\n      createdAt\n      inForceAt\n      decidedBy {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment PublishedVersions_Publishing on Publishing {\n    versions {\n      id\n      number\n      state\n      entryCount\n      added\n      removed\n      rollbackOf\n      createdAt\n      inForceAt\n      decidedBy {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query VersionDiffs_Query($id: ID!) {\n    list(id: $id) {\n      id\n      publishing {\n        versions {\n          id\n          ...VersionDiff_PublishedVersion\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query VersionDiffs_Query($id: ID!) {\n    list(id: $id) {\n      id\n      publishing {\n        versions {\n          id\n          ...VersionDiff_PublishedVersion\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Publishing_Query($id: ID!) {\n    list(id: $id) {\n      id\n      kind\n      published\n      publishing {\n        guardPercent\n        guardEntries\n        ...PublishedUrls_Publishing\n        ...HeldVersion_Publishing\n        ...PublishedVersions_Publishing\n        ...FetchTable_Publishing\n        ...PanListSteps_Publishing\n      }\n    }\n  }\n"): (typeof documents)["\n  query Publishing_Query($id: ID!) {\n    list(id: $id) {\n      id\n      kind\n      published\n      publishing {\n        guardPercent\n        guardEntries\n        ...PublishedUrls_Publishing\n        ...HeldVersion_Publishing\n        ...PublishedVersions_Publishing\n        ...FetchTable_Publishing\n        ...PanListSteps_Publishing\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ListEntriesRemove_Mutation($input: ListEntriesRemoveInput!) {\n    listEntriesRemove(input: $input) {\n      removed\n      lists {\n        id\n        entryCount\n        revision\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ListEntriesRemove_Mutation($input: ListEntriesRemoveInput!) {\n    listEntriesRemove(input: $input) {\n      removed\n      lists {\n        id\n        entryCount\n        revision\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Unblock_Mutation($input: UnblockInput!) {\n    unblock(input: $input) {\n      removed\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation Unblock_Mutation($input: UnblockInput!) {\n    unblock(input: $input) {\n      removed\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ListEntriesAdd_Mutation($input: ListEntriesAddInput!) {\n    listEntriesAdd(input: $input) {\n      list {\n        id\n        entryCount\n        revision\n      }\n      added\n      preview {\n        ...EntriesPreview\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ListEntriesAdd_Mutation($input: ListEntriesAddInput!) {\n    listEntriesAdd(input: $input) {\n      list {\n        id\n        entryCount\n        revision\n      }\n      added\n      preview {\n        ...EntriesPreview\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BlockIncident_Query($id: ID!) {\n    incident(id: $id) {\n      id\n      hosts {\n        role\n        address\n      }\n      urls {\n        value\n      }\n      domains {\n        value\n      }\n      files {\n        name\n        digest\n      }\n      users {\n        value\n      }\n    }\n  }\n"): (typeof documents)["\n  query BlockIncident_Query($id: ID!) {\n    incident(id: $id) {\n      id\n      hosts {\n        role\n        address\n      }\n      urls {\n        value\n      }\n      domains {\n        value\n      }\n      files {\n        name\n        digest\n      }\n      users {\n        value\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BlockAlert_Query($id: ID!) {\n    alert(id: $id) {\n      id\n      attackerSide\n      victimSide\n      url\n      domain\n      fileName\n      fileDigest\n      source {\n        address\n        user\n      }\n      destination {\n        address\n        user\n      }\n    }\n  }\n"): (typeof documents)["\n  query BlockAlert_Query($id: ID!) {\n    alert(id: $id) {\n      id\n      attackerSide\n      victimSide\n      url\n      domain\n      fileName\n      fileDigest\n      source {\n        address\n        user\n      }\n      destination {\n        address\n        user\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EntriesPreview on EntriesPreview {\n    counts {\n      verdict\n      count\n    }\n    lines {\n      line\n      typed\n      value\n      verdict\n      reason\n    }\n  }\n"): (typeof documents)["\n  fragment EntriesPreview on EntriesPreview {\n    counts {\n      verdict\n      count\n    }\n    lines {\n      line\n      typed\n      value\n      verdict\n      reason\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EntriesPreview_Query($listId: ID!, $text: String!) {\n    entriesPreview(listId: $listId, text: $text) {\n      ...EntriesPreview\n    }\n  }\n"): (typeof documents)["\n  query EntriesPreview_Query($listId: ID!, $text: String!) {\n    entriesPreview(listId: $listId, text: $text) {\n      ...EntriesPreview\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EntryRow_ListEntry on ListEntry {\n    id\n    value\n    typed\n    reason\n    addedAt\n    expiresAt\n    disabled\n    removedAt\n    removal\n    removalNote\n    removedBy {\n      id\n      name\n    }\n    ...EntryCauseText_ListEntry\n  }\n"): (typeof documents)["\n  fragment EntryRow_ListEntry on ListEntry {\n    id\n    value\n    typed\n    reason\n    addedAt\n    expiresAt\n    disabled\n    removedAt\n    removal\n    removalNote\n    removedBy {\n      id\n      name\n    }\n    ...EntryCauseText_ListEntry\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Entries_Query($listId: ID!, $first: Int!, $after: String, $filter: ListEntryFilter) {\n    list(id: $listId) {\n      id\n      entries(first: $first, after: $after, filter: $filter) {\n        nodes {\n          ...EntryRow_ListEntry\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Entries_Query($listId: ID!, $first: Int!, $after: String, $filter: ListEntryFilter) {\n    list(id: $listId) {\n      id\n      entries(first: $first, after: $after, filter: $filter) {\n        nodes {\n          ...EntryRow_ListEntry\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EntriesCount_Query($listId: ID!, $filter: ListEntryFilter) {\n    list(id: $listId) {\n      id\n      entries(first: 1, filter: $filter) {\n        totalCount\n        totalCountIsExact\n      }\n    }\n  }\n"): (typeof documents)["\n  query EntriesCount_Query($listId: ID!, $filter: ListEntryFilter) {\n    list(id: $listId) {\n      id\n      entries(first: 1, filter: $filter) {\n        totalCount\n        totalCountIsExact\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EditListPanel_List on List {\n    id\n    version\n    name\n    kind\n    description\n    defaultTtlSeconds\n    published\n    publishing {\n      guardPercent\n      guardEntries\n      aggregate\n      trailingSlash\n      allowedNetworks\n    }\n  }\n"): (typeof documents)["\n  fragment EditListPanel_List on List {\n    id\n    version\n    name\n    kind\n    description\n    defaultTtlSeconds\n    published\n    publishing {\n      guardPercent\n      guardEntries\n      aggregate\n      trailingSlash\n      allowedNetworks\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SavedList on ListPayload {\n    list {\n      ...EditListPanel_List\n    }\n    userErrors {\n      message\n      field\n      code\n    }\n  }\n"): (typeof documents)["\n  fragment SavedList on ListPayload {\n    list {\n      ...EditListPanel_List\n    }\n    userErrors {\n      message\n      field\n      code\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ListUpdate_Mutation($input: ListUpdateInput!) {\n    payload: listUpdate(input: $input) {\n      ...SavedList\n    }\n  }\n"): (typeof documents)["\n  mutation ListUpdate_Mutation($input: ListUpdateInput!) {\n    payload: listUpdate(input: $input) {\n      ...SavedList\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ListPublish_Mutation($input: ListPublishInput!) {\n    payload: listPublish(input: $input) {\n      ...SavedList\n    }\n  }\n"): (typeof documents)["\n  mutation ListPublish_Mutation($input: ListPublishInput!) {\n    payload: listPublish(input: $input) {\n      ...SavedList\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ListUnpublish_Mutation($input: ListUnpublishInput!) {\n    payload: listUnpublish(input: $input) {\n      ...SavedList\n    }\n  }\n"): (typeof documents)["\n  mutation ListUnpublish_Mutation($input: ListUnpublishInput!) {\n    payload: listUnpublish(input: $input) {\n      ...SavedList\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PublishedVersionDecide_Mutation($input: PublishedVersionDecideInput!) {\n    publishedVersionDecide(input: $input) {\n      list {\n        id\n        publishing {\n          ...HeldVersion_Publishing\n          ...PublishedVersions_Publishing\n        }\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation PublishedVersionDecide_Mutation($input: PublishedVersionDecideInput!) {\n    publishedVersionDecide(input: $input) {\n      list {\n        id\n        publishing {\n          ...HeldVersion_Publishing\n          ...PublishedVersions_Publishing\n        }\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PublishedVersionRollBack_Mutation($input: PublishedVersionRollBackInput!) {\n    publishedVersionRollBack(input: $input) {\n      list {\n        id\n        publishing {\n          ...HeldVersion_Publishing\n          ...PublishedVersions_Publishing\n        }\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation PublishedVersionRollBack_Mutation($input: PublishedVersionRollBackInput!) {\n    publishedVersionRollBack(input: $input) {\n      list {\n        id\n        publishing {\n          ...HeldVersion_Publishing\n          ...PublishedVersions_Publishing\n        }\n      }\n      userErrors {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment VersionDiff_PublishedVersion on PublishedVersion {\n    id\n    added\n    removed\n    addedEntries\n    removedEntries\n  }\n"): (typeof documents)["\n  fragment VersionDiff_PublishedVersion on PublishedVersion {\n    id\n    added\n    removed\n    addedEntries\n    removedEntries\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WhyBlocked_Query($value: String!) {\n    explainBlock(value: $value) {\n      kind\n      value\n      ...Explanation_BlockExplanation\n    }\n  }\n"): (typeof documents)["\n  query WhyBlocked_Query($value: String!) {\n    explainBlock(value: $value) {\n      kind\n      value\n      ...Explanation_BlockExplanation\n    }\n  }\n"];
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
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PushPaused_Query {\n    pushPaused\n  }\n"): (typeof documents)["\n  query PushPaused_Query {\n    pushPaused\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;