/* eslint-disable */
export const introspection = {
 "__schema": {
  "queryType": {
   "name": "Query"
  },
  "mutationType": {
   "name": "Mutation"
  },
  "subscriptionType": {
   "name": "Subscription"
  },
  "types": [
   {
    "kind": "OBJECT",
    "name": "Alert",
    "fields": [
     {
      "name": "action",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "app",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "attacker",
      "type": {
       "kind": "OBJECT",
       "name": "Endpoint"
      },
      "args": []
     },
     {
      "name": "attackerSide",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "blocked",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "category",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "commandControl",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "destination",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "Endpoint"
       }
      },
      "args": []
     },
     {
      "name": "direction",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "domain",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "fieldCount",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "fields",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "AlertField"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "fileDigest",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "fileName",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "fileType",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "firewall",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "Firewall"
       }
      },
      "args": []
     },
     {
      "name": "format",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "id",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "incident",
      "type": {
       "kind": "OBJECT",
       "name": "Incident"
      },
      "args": []
     },
     {
      "name": "linkKey",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "linkValue",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "mailRecipient",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "mailSender",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "mailSubject",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "occurredAt",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "raw",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "receivedAt",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "repeatCount",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "reportId",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "rule",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "sender",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "sequence",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "sessionId",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "severity",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "source",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "Endpoint"
       }
      },
      "args": []
     },
     {
      "name": "subtype",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "threatCategory",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "threatId",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "threatName",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "timeSource",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "transport",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "truncated",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "url",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "verdict",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "victim",
      "type": {
       "kind": "OBJECT",
       "name": "Endpoint"
      },
      "args": []
     },
     {
      "name": "victimSide",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "vsys",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     }
    ],
    "interfaces": [
     {
      "kind": "INTERFACE",
      "name": "Node"
     }
    ]
   },
   {
    "kind": "OBJECT",
    "name": "AlertConnection",
    "fields": [
     {
      "name": "edges",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "AlertEdge"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "nodes",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "Alert"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "pageInfo",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "PageInfo"
       }
      },
      "args": []
     },
     {
      "name": "totalCount",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "totalCountIsExact",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "AlertEdge",
    "fields": [
     {
      "name": "cursor",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "node",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "Alert"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "AlertField",
    "fields": [
     {
      "name": "key",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "label",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "value",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "AlertsAdded",
    "fields": [
     {
      "name": "alerts",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "Alert"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "cursor",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "resyncRequired",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "Endpoint",
    "fields": [
     {
      "name": "address",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "location",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "port",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "user",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "zone",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "Firewall",
    "fields": [
     {
      "name": "address",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "addressOrder",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "alertCount",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "alertsPerMinute",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "SCALAR",
          "name": "Any"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "clockSkewMs",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "fieldCount",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "firstAlertAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "id",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "lastAlertAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "lastLineAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "name",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "outcomes",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "OutcomeCount"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "panosVersion",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "sequenceGaps",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "sequenceMissing",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "serial",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "timeZone",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     }
    ],
    "interfaces": [
     {
      "kind": "INTERFACE",
      "name": "Node"
     }
    ]
   },
   {
    "kind": "OBJECT",
    "name": "FirewallConnection",
    "fields": [
     {
      "name": "edges",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "FirewallEdge"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "nodes",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "Firewall"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "pageInfo",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "PageInfo"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "FirewallEdge",
    "fields": [
     {
      "name": "cursor",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "node",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "Firewall"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "FirewallPayload",
    "fields": [
     {
      "name": "firewall",
      "type": {
       "kind": "OBJECT",
       "name": "Firewall"
      },
      "args": []
     },
     {
      "name": "userErrors",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "UserError"
         }
        }
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "Incident",
    "fields": [
     {
      "name": "activities",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "IncidentActivityConnection"
       }
      },
      "args": [
       {
        "name": "after",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       },
       {
        "name": "first",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "alertCount",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "alerts",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "AlertConnection"
       }
      },
      "args": [
       {
        "name": "after",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       },
       {
        "name": "first",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       },
       {
        "name": "orderBy",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "allowedActions",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "SCALAR",
          "name": "Any"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "allowedCount",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "assignee",
      "type": {
       "kind": "OBJECT",
       "name": "User"
      },
      "args": []
     },
     {
      "name": "blockedCount",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "closeDetail",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "closeSummary",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "closedAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "createdAt",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "domains",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "IncidentValue"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "eventCount",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "files",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "IncidentFile"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "firstAlertAt",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "hosts",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "IncidentHost"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "id",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "lastAlertAt",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "linkKey",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "linkValue",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "linking",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "number",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "rules",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "IncidentValue"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "severity",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "source",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "Source"
       }
      },
      "args": []
     },
     {
      "name": "state",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "threats",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "IncidentValue"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "title",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "updatedAt",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "urls",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "IncidentValue"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "users",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "IncidentValue"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "version",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "zones",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "IncidentValue"
         }
        }
       }
      },
      "args": []
     }
    ],
    "interfaces": [
     {
      "kind": "INTERFACE",
      "name": "Node"
     }
    ]
   },
   {
    "kind": "OBJECT",
    "name": "IncidentActivity",
    "fields": [
     {
      "name": "assignee",
      "type": {
       "kind": "OBJECT",
       "name": "User"
      },
      "args": []
     },
     {
      "name": "cause",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "createdAt",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "detail",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "fromState",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "id",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "kind",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "summary",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "toState",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "user",
      "type": {
       "kind": "OBJECT",
       "name": "User"
      },
      "args": []
     }
    ],
    "interfaces": [
     {
      "kind": "INTERFACE",
      "name": "Node"
     }
    ]
   },
   {
    "kind": "OBJECT",
    "name": "IncidentActivityConnection",
    "fields": [
     {
      "name": "edges",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "IncidentActivityEdge"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "nodes",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "IncidentActivity"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "pageInfo",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "PageInfo"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "IncidentActivityEdge",
    "fields": [
     {
      "name": "cursor",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "node",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "IncidentActivity"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "IncidentConnection",
    "fields": [
     {
      "name": "edges",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "IncidentEdge"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "nodes",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "Incident"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "pageInfo",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "PageInfo"
       }
      },
      "args": []
     },
     {
      "name": "totalCount",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "totalCountIsExact",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "IncidentEdge",
    "fields": [
     {
      "name": "cursor",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "node",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "Incident"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "IncidentFile",
    "fields": [
     {
      "name": "count",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "digest",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "name",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "type",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "verdict",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "IncidentHost",
    "fields": [
     {
      "name": "address",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "count",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "firstSeenAt",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "lastSeenAt",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "location",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "role",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "IncidentPayload",
    "fields": [
     {
      "name": "incident",
      "type": {
       "kind": "OBJECT",
       "name": "Incident"
      },
      "args": []
     },
     {
      "name": "userErrors",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "UserError"
         }
        }
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "IncidentStateCount",
    "fields": [
     {
      "name": "count",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "state",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "IncidentValue",
    "fields": [
     {
      "name": "count",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "firstSeenAt",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "lastSeenAt",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "value",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "IncidentsChanged",
    "fields": [
     {
      "name": "incidents",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "Incident"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "noLongerMatchingIds",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "SCALAR",
          "name": "Any"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "resyncRequired",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "IngestStatus",
    "fields": [
     {
      "name": "databaseAvailable",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "linesWithoutSource",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "listeners",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "Listener"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "outcomes",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "OutcomeCount"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "spooledBatches",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "syslogAddress",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "Listener",
    "fields": [
     {
      "name": "address",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "certificateFingerprint",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "certificatePem",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "listening",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "notice",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "port",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "transport",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "wantedPort",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "Mutation",
    "fields": [
     {
      "name": "firewallUpdate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "FirewallPayload"
       }
      },
      "args": [
       {
        "name": "input",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "incidentAssign",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "IncidentPayload"
       }
      },
      "args": [
       {
        "name": "input",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "incidentClose",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "IncidentPayload"
       }
      },
      "args": [
       {
        "name": "input",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "incidentComment",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "IncidentPayload"
       }
      },
      "args": [
       {
        "name": "input",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "incidentIgnore",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "IncidentPayload"
       }
      },
      "args": [
       {
        "name": "input",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "incidentOpen",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "IncidentPayload"
       }
      },
      "args": [
       {
        "name": "input",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "incidentReopen",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "IncidentPayload"
       }
      },
      "args": [
       {
        "name": "input",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "setUp",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "SignInPayload"
       }
      },
      "args": [
       {
        "name": "input",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "signIn",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "SignInPayload"
       }
      },
      "args": [
       {
        "name": "input",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "signOut",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "SignOutPayload"
       }
      },
      "args": []
     },
     {
      "name": "sourceCreate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "SourcePayload"
       }
      },
      "args": [
       {
        "name": "input",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "sourceDelete",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "SourceDeletePayload"
       }
      },
      "args": [
       {
        "name": "input",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "sourceSendTestAlert",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "SourceSendTestAlertPayload"
       }
      },
      "args": [
       {
        "name": "input",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "sourceUpdate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "SourcePayload"
       }
      },
      "args": [
       {
        "name": "input",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "unreadableLinesRetry",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "UnreadableLinesRetryPayload"
       }
      },
      "args": []
     },
     {
      "name": "userCreate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "UserPayload"
       }
      },
      "args": [
       {
        "name": "input",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "userUpdate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "UserPayload"
       }
      },
      "args": [
       {
        "name": "input",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     }
    ],
    "interfaces": []
   },
   {
    "kind": "INTERFACE",
    "name": "Node",
    "fields": [
     {
      "name": "id",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     }
    ],
    "interfaces": [],
    "possibleTypes": [
     {
      "kind": "OBJECT",
      "name": "Alert"
     },
     {
      "kind": "OBJECT",
      "name": "Firewall"
     },
     {
      "kind": "OBJECT",
      "name": "Incident"
     },
     {
      "kind": "OBJECT",
      "name": "IncidentActivity"
     },
     {
      "kind": "OBJECT",
      "name": "Source"
     },
     {
      "kind": "OBJECT",
      "name": "UnreadableLine"
     },
     {
      "kind": "OBJECT",
      "name": "User"
     }
    ]
   },
   {
    "kind": "OBJECT",
    "name": "OutcomeCount",
    "fields": [
     {
      "name": "count",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "detail",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "outcome",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "PageInfo",
    "fields": [
     {
      "name": "endCursor",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "hasNextPage",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "hasPreviousPage",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "startCursor",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "Query",
    "fields": [
     {
      "name": "alert",
      "type": {
       "kind": "OBJECT",
       "name": "Alert"
      },
      "args": [
       {
        "name": "id",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "alerts",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "AlertConnection"
       }
      },
      "args": [
       {
        "name": "after",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       },
       {
        "name": "filter",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       },
       {
        "name": "first",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       },
       {
        "name": "orderBy",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "alertsCursor",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "incident",
      "type": {
       "kind": "OBJECT",
       "name": "Incident"
      },
      "args": [
       {
        "name": "id",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       },
       {
        "name": "number",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "incidentStateCounts",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "IncidentStateCount"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "incidents",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "IncidentConnection"
       }
      },
      "args": [
       {
        "name": "after",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       },
       {
        "name": "filter",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       },
       {
        "name": "first",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       },
       {
        "name": "orderBy",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "ingestStatus",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "IngestStatus"
       }
      },
      "args": []
     },
     {
      "name": "node",
      "type": {
       "kind": "INTERFACE",
       "name": "Node"
      },
      "args": [
       {
        "name": "id",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "setUpNeeded",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "source",
      "type": {
       "kind": "OBJECT",
       "name": "Source"
      },
      "args": [
       {
        "name": "id",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "sources",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "Source"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "unreadableLines",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "UnreadableLineConnection"
       }
      },
      "args": [
       {
        "name": "after",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       },
       {
        "name": "first",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "users",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "UserConnection"
       }
      },
      "args": [
       {
        "name": "after",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       },
       {
        "name": "first",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "viewer",
      "type": {
       "kind": "OBJECT",
       "name": "Viewer"
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "SignInPayload",
    "fields": [
     {
      "name": "userErrors",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "UserError"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "viewer",
      "type": {
       "kind": "OBJECT",
       "name": "Viewer"
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "SignOutPayload",
    "fields": [
     {
      "name": "signedOut",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "Source",
    "fields": [
     {
      "name": "createdAt",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "description",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "enabled",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "firewalls",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "FirewallConnection"
       }
      },
      "args": [
       {
        "name": "after",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       },
       {
        "name": "first",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "health",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "SourceHealth"
       }
      },
      "args": []
     },
     {
      "name": "id",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "incidentBlocked",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "incidentMinSeverity",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "incidentVerdicts",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "SCALAR",
          "name": "Any"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "linkEvents",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "linkKeys",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "SCALAR",
          "name": "Any"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "linkWindowSeconds",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "name",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "timeZone",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "type",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "updatedAt",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "version",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "wildfireApiEnabled",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "wildfireApiKeySet",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     }
    ],
    "interfaces": [
     {
      "kind": "INTERFACE",
      "name": "Node"
     }
    ]
   },
   {
    "kind": "OBJECT",
    "name": "SourceDeletePayload",
    "fields": [
     {
      "name": "deletedId",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "userErrors",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "UserError"
         }
        }
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "SourceHealth",
    "fields": [
     {
      "name": "alertCount",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "alertsPerMinute",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "SCALAR",
          "name": "Any"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "firstAlertAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "lastAlertAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "outcomes",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "OutcomeCount"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "queuedLines",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "spooledBatches",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "spooledBytes",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "SourceHealthChanged",
    "fields": [
     {
      "name": "ingestStatus",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "IngestStatus"
       }
      },
      "args": []
     },
     {
      "name": "sources",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "Source"
         }
        }
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "SourcePayload",
    "fields": [
     {
      "name": "source",
      "type": {
       "kind": "OBJECT",
       "name": "Source"
      },
      "args": []
     },
     {
      "name": "userErrors",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "UserError"
         }
        }
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "SourceSendTestAlertPayload",
    "fields": [
     {
      "name": "sequence",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "userErrors",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "UserError"
         }
        }
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "Subscription",
    "fields": [
     {
      "name": "alertsAdded",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "AlertsAdded"
       }
      },
      "args": [
       {
        "name": "after",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       },
       {
        "name": "filter",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "incidentsChanged",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "IncidentsChanged"
       }
      },
      "args": [
       {
        "name": "filter",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "sourceHealthChanged",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "SourceHealthChanged"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "UnreadableLine",
    "fields": [
     {
      "name": "id",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "line",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "reason",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "receivedAt",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "sender",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "transport",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     }
    ],
    "interfaces": [
     {
      "kind": "INTERFACE",
      "name": "Node"
     }
    ]
   },
   {
    "kind": "OBJECT",
    "name": "UnreadableLineConnection",
    "fields": [
     {
      "name": "edges",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "UnreadableLineEdge"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "nodes",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "UnreadableLine"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "pageInfo",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "PageInfo"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "UnreadableLineEdge",
    "fields": [
     {
      "name": "cursor",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "node",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "UnreadableLine"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "UnreadableLinesRetryPayload",
    "fields": [
     {
      "name": "nowAlerts",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "nowSetAside",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "readAgain",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "stillUnreadable",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "userErrors",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "UserError"
         }
        }
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "User",
    "fields": [
     {
      "name": "disabled",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "id",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "name",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "role",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     }
    ],
    "interfaces": [
     {
      "kind": "INTERFACE",
      "name": "Node"
     }
    ]
   },
   {
    "kind": "OBJECT",
    "name": "UserConnection",
    "fields": [
     {
      "name": "edges",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "UserEdge"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "nodes",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "User"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "pageInfo",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "PageInfo"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "UserEdge",
    "fields": [
     {
      "name": "cursor",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "node",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "User"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "UserError",
    "fields": [
     {
      "name": "code",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "field",
      "type": {
       "kind": "LIST",
       "ofType": {
        "kind": "NON_NULL",
        "ofType": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      },
      "args": []
     },
     {
      "name": "message",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "UserPayload",
    "fields": [
     {
      "name": "user",
      "type": {
       "kind": "OBJECT",
       "name": "User"
      },
      "args": []
     },
     {
      "name": "userErrors",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "UserError"
         }
        }
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "Viewer",
    "fields": [
     {
      "name": "permissions",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "SCALAR",
          "name": "Any"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "sessionExpiresAt",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "SCALAR",
        "name": "Any"
       }
      },
      "args": []
     },
     {
      "name": "user",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "User"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "SCALAR",
    "name": "Any"
   }
  ],
  "directives": []
 }
} as const
