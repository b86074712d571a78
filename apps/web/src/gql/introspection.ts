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
      "name": "observables",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "SeenObservable"
         }
        }
       }
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
      "name": "ruleMatches",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "RuleMatch"
         }
        }
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
    "name": "AlertMove",
    "fields": [
     {
      "name": "alerts",
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
      "name": "from",
      "type": {
       "kind": "OBJECT",
       "name": "Incident"
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
      "name": "to",
      "type": {
       "kind": "OBJECT",
       "name": "Incident"
      },
      "args": []
     },
     {
      "name": "undoUntil",
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
      "name": "undoneAt",
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
    "name": "ApiKey",
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
      "name": "createdBy",
      "type": {
       "kind": "OBJECT",
       "name": "User"
      },
      "args": []
     },
     {
      "name": "expiresAt",
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
      "name": "lastAddress",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "lastUsedAt",
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
      "name": "prefix",
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
      "name": "revokedAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "scopes",
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
    "name": "ApiKeyCreatePayload",
    "fields": [
     {
      "name": "apiKey",
      "type": {
       "kind": "OBJECT",
       "name": "ApiKey"
      },
      "args": []
     },
     {
      "name": "token",
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
    "name": "ApiKeyPayload",
    "fields": [
     {
      "name": "apiKey",
      "type": {
       "kind": "OBJECT",
       "name": "ApiKey"
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
    "name": "AttributeMapping",
    "fields": [
     {
      "name": "attribute",
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
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "BlockExplanation",
    "fields": [
     {
      "name": "coolDowns",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "CoolDown"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "entries",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "ListEntry"
         }
        }
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
      "name": "protection",
      "type": {
       "kind": "OBJECT",
       "name": "Protection"
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
    "name": "Channel",
    "fields": [
     {
      "name": "deliveries",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "DeliveryConnection"
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
      "name": "hasSecret",
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
      "name": "target",
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
    "name": "ChannelDeletePayload",
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
    "name": "ChannelPayload",
    "fields": [
     {
      "name": "channel",
      "type": {
       "kind": "OBJECT",
       "name": "Channel"
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
    "name": "ChannelTestPayload",
    "fields": [
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
     },
     {
      "name": "ok",
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
    "name": "CommitWindow",
    "fields": [
     {
      "name": "days",
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
      "name": "from",
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
      "name": "to",
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
    "name": "ConnectionTest",
    "fields": [
     {
      "name": "facts",
      "type": {
       "kind": "OBJECT",
       "name": "DeviceFacts"
      },
      "args": []
     },
     {
      "name": "failure",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "fingerprint",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "message",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "ok",
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
      "name": "subject",
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
    "name": "CoolDown",
    "fields": [
     {
      "name": "list",
      "type": {
       "kind": "OBJECT",
       "name": "List"
      },
      "args": []
     },
     {
      "name": "until",
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
       "kind": "OBJECT",
       "name": "User"
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
    "name": "Delivery",
    "fields": [
     {
      "name": "attempts",
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
      "name": "error",
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
      "name": "sentAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
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
      "name": "title",
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
    "name": "DeliveryConnection",
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
          "name": "DeliveryEdge"
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
          "name": "Delivery"
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
    "name": "DeliveryEdge",
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
        "name": "Delivery"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "Device",
    "fields": [
     {
      "name": "changeTicket",
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
      "name": "commitPolicy",
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
      "name": "commitWindows",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "CommitWindow"
         }
        }
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
      "name": "dailyAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
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
      "name": "driftPolicy",
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
      "name": "facts",
      "type": {
       "kind": "OBJECT",
       "name": "DeviceFacts"
      },
      "args": []
     },
     {
      "name": "host",
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
      "name": "intervalMinutes",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "mappings",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "Mapping"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "maxConcurrent",
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
      "name": "passwordSet",
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
      "name": "paused",
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
      "name": "peerHost",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "running",
      "type": {
       "kind": "OBJECT",
       "name": "SyncRun"
      },
      "args": []
     },
     {
      "name": "runs",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "SyncRunConnection"
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
      "name": "schedule",
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
      "name": "scope",
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
      "name": "scopeName",
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
      "name": "tlsFingerprint",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "tlsTrust",
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
      "name": "username",
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
    "name": "DeviceDeletePayload",
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
    "name": "DeviceFacts",
    "fields": [
     {
      "name": "haState",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "hostname",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "missingRights",
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
      "name": "model",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "multiVsys",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
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
      "name": "registeredIpLimit",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "serial",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "testedAt",
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
    "name": "DevicePayload",
    "fields": [
     {
      "name": "device",
      "type": {
       "kind": "OBJECT",
       "name": "Device"
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
    "name": "DeviceTestPayload",
    "fields": [
     {
      "name": "test",
      "type": {
       "kind": "OBJECT",
       "name": "ConnectionTest"
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
    "name": "Directory",
    "fields": [
     {
      "name": "attributes",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "AttributeMapping"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "baseDn",
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
      "name": "bindDn",
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
      "name": "cacheSeconds",
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
          "kind": "SCALAR",
          "name": "Any"
         }
        }
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
      "name": "hasBindPassword",
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
      "name": "nestedGroups",
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
      "name": "preset",
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
      "name": "startTls",
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
      "name": "timeoutSeconds",
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
      "name": "tlsCaPem",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "tlsFingerprint",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "tlsTrust",
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
      "name": "unknownCacheSeconds",
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
          "kind": "SCALAR",
          "name": "Any"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "userFilter",
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
    "name": "DirectoryDeletePayload",
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
    "name": "DirectoryPayload",
    "fields": [
     {
      "name": "directory",
      "type": {
       "kind": "OBJECT",
       "name": "Directory"
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
    "name": "DirectoryPresetSettings",
    "fields": [
     {
      "name": "attributes",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "AttributeMapping"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "nestedGroups",
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
      "name": "preset",
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
      "name": "userFilter",
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
    "name": "DirectoryTest",
    "fields": [
     {
      "name": "attributes",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "Fact"
         }
        }
       }
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
      "name": "filter",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "person",
      "type": {
       "kind": "OBJECT",
       "name": "Person"
      },
      "args": []
     },
     {
      "name": "steps",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "DirectoryTestStep"
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
    "name": "DirectoryTestPayload",
    "fields": [
     {
      "name": "test",
      "type": {
       "kind": "OBJECT",
       "name": "DirectoryTest"
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
    "name": "DirectoryTestStep",
    "fields": [
     {
      "name": "message",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "milliseconds",
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
      "name": "ok",
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
      "name": "host",
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
    "name": "EnforcementChanged",
    "fields": [
     {
      "name": "devices",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "Device"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "lists",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "List"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "runs",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "SyncRun"
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
    "name": "EnrichmentChanged",
    "fields": [
     {
      "name": "observables",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "Indicator"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "resync",
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
      "name": "settings",
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
    "name": "EnrichmentProvider",
    "fields": [
     {
      "name": "askedToday",
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
      "name": "lastError",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "lastErrorAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "lastSuccessAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "openUntil",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "provider",
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
      "name": "quota",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "waiting",
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
    "name": "EntriesPreview",
    "fields": [
     {
      "name": "counts",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "LineVerdictCount"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "lines",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "LineCheck"
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
    "name": "Fact",
    "fields": [
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
    "name": "Feed",
    "fields": [
     {
      "name": "csvColumn",
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
      "name": "entryCount",
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
      "name": "error",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "fetchedAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
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
      "name": "intervalSeconds",
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
      "name": "location",
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
      "name": "score",
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
      "name": "skippedCount",
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
      "name": "succeededAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
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
      "name": "weight",
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
    "name": "FeedDeletePayload",
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
    "name": "FeedPayload",
    "fields": [
     {
      "name": "feed",
      "type": {
       "kind": "OBJECT",
       "name": "Feed"
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
    "name": "FieldChange",
    "fields": [
     {
      "name": "after",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "before",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "field",
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
    "name": "FieldValue",
    "fields": [
     {
      "name": "field",
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
      "name": "position",
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
      "name": "retired",
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
    "name": "FieldValuesPayload",
    "fields": [
     {
      "name": "fieldValues",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "FieldValue"
         }
        }
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
    "name": "GeoDatabase",
    "fields": [
     {
      "name": "attribution",
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
      "name": "builtAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "error",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "file",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
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
      "name": "url",
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
    "name": "Incident",
    "fields": [
     {
      "name": "acknowledgeBy",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "acknowledgedAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
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
      "name": "attackVector",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
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
      "name": "classification",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "closeBy",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
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
      "name": "disposition",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
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
      "name": "mergedInto",
      "type": {
       "kind": "OBJECT",
       "name": "Incident"
      },
      "args": []
     },
     {
      "name": "moves",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "AlertMove"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "mutedAlerts",
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
      "name": "mutedUntil",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
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
      "name": "observables",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "SeenObservable"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "related",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "RelatedIncident"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "ruleMatches",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "RuleMatchConnection"
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
      "name": "severitySet",
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
      "name": "tags",
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
      "name": "tasks",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "IncidentTask"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "team",
      "type": {
       "kind": "OBJECT",
       "name": "Team"
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
      "name": "timeline",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "TimelineConnection"
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
        "name": "kinds",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
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
      "name": "viewers",
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
      "name": "changes",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "FieldChange"
         }
        }
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
      "name": "rule",
      "type": {
       "kind": "OBJECT",
       "name": "Rule"
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
    "name": "IncidentTask",
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
      "name": "doneAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "doneBy",
      "type": {
       "kind": "OBJECT",
       "name": "User"
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
      "name": "title",
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
    "name": "IncidentsPayload",
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
      "name": "move",
      "type": {
       "kind": "OBJECT",
       "name": "AlertMove"
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
    "name": "Indicator",
    "fields": [
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
      "name": "value",
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
    "name": "Job",
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
      "name": "done",
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
      "name": "failed",
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
      "name": "finishedAt",
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
      "name": "items",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "JobItemConnection"
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
        "name": "state",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
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
      "name": "total",
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
      "name": "undoUntil",
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
    "name": "JobItem",
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
      "name": "message",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
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
    "name": "JobItemConnection",
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
          "name": "JobItemEdge"
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
          "name": "JobItem"
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
    "name": "JobItemEdge",
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
        "name": "JobItem"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "JobPayload",
    "fields": [
     {
      "name": "job",
      "type": {
       "kind": "OBJECT",
       "name": "Job"
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
    "name": "LineCheck",
    "fields": [
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
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "typed",
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
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "verdict",
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
    "name": "LineVerdictCount",
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
      "name": "verdict",
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
    "name": "List",
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
      "name": "defaultTtlSeconds",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
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
      "name": "entries",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "ListEntryConnection"
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
       }
      ]
     },
     {
      "name": "entryCount",
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
      "name": "mappings",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "Mapping"
         }
        }
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
      "name": "published",
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
      "name": "publishing",
      "type": {
       "kind": "OBJECT",
       "name": "Publishing"
      },
      "args": []
     },
     {
      "name": "revision",
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
    "name": "ListDeletePayload",
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
    "name": "ListEntriesAddPayload",
    "fields": [
     {
      "name": "added",
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
      "name": "list",
      "type": {
       "kind": "OBJECT",
       "name": "List"
      },
      "args": []
     },
     {
      "name": "preview",
      "type": {
       "kind": "OBJECT",
       "name": "EntriesPreview"
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
    "name": "ListEntriesRemovePayload",
    "fields": [
     {
      "name": "lists",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "List"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "removed",
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
    "name": "ListEntry",
    "fields": [
     {
      "name": "addedAt",
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
      "name": "alert",
      "type": {
       "kind": "OBJECT",
       "name": "Alert"
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
      "name": "expiresAt",
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
      "name": "incident",
      "type": {
       "kind": "OBJECT",
       "name": "Incident"
      },
      "args": []
     },
     {
      "name": "list",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "List"
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
      "name": "removal",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "removalNote",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "removedAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "removedBy",
      "type": {
       "kind": "OBJECT",
       "name": "User"
      },
      "args": []
     },
     {
      "name": "typed",
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
       "kind": "OBJECT",
       "name": "User"
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
    "interfaces": [
     {
      "kind": "INTERFACE",
      "name": "Node"
     }
    ]
   },
   {
    "kind": "OBJECT",
    "name": "ListEntryConnection",
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
          "name": "ListEntryEdge"
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
          "name": "ListEntry"
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
    "name": "ListEntryEdge",
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
        "name": "ListEntry"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "ListEntryPayload",
    "fields": [
     {
      "name": "entry",
      "type": {
       "kind": "OBJECT",
       "name": "ListEntry"
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
    "name": "ListPayload",
    "fields": [
     {
      "name": "list",
      "type": {
       "kind": "OBJECT",
       "name": "List"
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
    "name": "LookupStatus",
    "fields": [
     {
      "name": "answeredAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "expiresAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "provider",
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
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "refreshing",
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
    "name": "MailSettings",
    "fields": [
     {
      "name": "from",
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
      "name": "hasPassword",
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
      "name": "host",
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
      "name": "port",
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
      "name": "security",
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
      "name": "username",
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
    "name": "MailSettingsPayload",
    "fields": [
     {
      "name": "mailSettings",
      "type": {
       "kind": "OBJECT",
       "name": "MailSettings"
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
    "name": "Mapping",
    "fields": [
     {
      "name": "capacity",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "device",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "Device"
       }
      },
      "args": []
     },
     {
      "name": "entryCount",
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
      "name": "groupName",
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
      "name": "list",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "List"
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
      "name": "stateReason",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "syncedAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "syncedRevision",
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
    "name": "MappingChange",
    "fields": [
     {
      "name": "add",
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
      "name": "addCount",
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
      "name": "groupName",
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
      "name": "remove",
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
      "name": "removeCount",
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
    "name": "MappingDeletePayload",
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
    "name": "MappingPayload",
    "fields": [
     {
      "name": "mapping",
      "type": {
       "kind": "OBJECT",
       "name": "Mapping"
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
    "name": "MappingPreview",
    "fields": [
     {
      "name": "change",
      "type": {
       "kind": "OBJECT",
       "name": "MappingChange"
      },
      "args": []
     },
     {
      "name": "exists",
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
      "name": "failure",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "foreign",
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
      "name": "message",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "warnings",
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
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "MappingPreviewPayload",
    "fields": [
     {
      "name": "preview",
      "type": {
       "kind": "OBJECT",
       "name": "MappingPreview"
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
    "name": "Mutation",
    "fields": [
     {
      "name": "alertMoveUndo",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "IncidentsPayload"
       }
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
      "name": "alertsMove",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "IncidentsPayload"
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
      "name": "apiKeyCreate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "ApiKeyCreatePayload"
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
      "name": "apiKeyRevoke",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "ApiKeyPayload"
       }
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
      "name": "channelCreate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "ChannelPayload"
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
      "name": "channelDelete",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "ChannelDeletePayload"
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
      "name": "channelTest",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "ChannelTestPayload"
       }
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
      "name": "channelUpdate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "ChannelPayload"
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
      "name": "deviceCreate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "DevicePayload"
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
      "name": "deviceDelete",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "DeviceDeletePayload"
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
      "name": "devicePause",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "DevicePayload"
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
      "name": "devicePush",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "SyncRunPayload"
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
      "name": "deviceTest",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "DeviceTestPayload"
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
      "name": "deviceUpdate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "DevicePayload"
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
      "name": "directoryCreate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "DirectoryPayload"
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
      "name": "directoryDelete",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "DirectoryDeletePayload"
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
      "name": "directoryTest",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "DirectoryTestPayload"
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
      "name": "directoryUpdate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "DirectoryPayload"
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
      "name": "feedCreate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "FeedPayload"
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
      "name": "feedDelete",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "FeedDeletePayload"
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
      "name": "feedFetch",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "FeedPayload"
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
      "name": "feedUpdate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "FeedPayload"
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
      "name": "fieldValuesSet",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "FieldValuesPayload"
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
      "name": "incidentEdit",
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
      "name": "incidentMerge",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "IncidentsPayload"
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
      "name": "incidentTaskAdd",
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
      "name": "incidentTaskUpdate",
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
      "name": "incidentView",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "IncidentPayload"
       }
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
      "name": "incidentsBulk",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "JobPayload"
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
      "name": "jobCancel",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "JobPayload"
       }
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
      "name": "jobUndo",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "JobPayload"
       }
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
      "name": "listCreate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "ListPayload"
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
      "name": "listDelete",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "ListDeletePayload"
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
      "name": "listEntriesAdd",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "ListEntriesAddPayload"
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
      "name": "listEntriesRemove",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "ListEntriesRemovePayload"
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
      "name": "listEntryUpdate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "ListEntryPayload"
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
      "name": "listPublish",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "ListPayload"
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
      "name": "listUnpublish",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "ListPayload"
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
      "name": "listUpdate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "ListPayload"
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
      "name": "mailSettingsUpdate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "MailSettingsPayload"
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
      "name": "mappingCreate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "MappingPayload"
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
      "name": "mappingDelete",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "MappingDeletePayload"
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
      "name": "mappingPreview",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "MappingPreviewPayload"
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
      "name": "namedNetworkCreate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "NamedNetworkPayload"
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
      "name": "namedNetworkDelete",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "NamedNetworkDeletePayload"
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
      "name": "namedNetworkUpdate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "NamedNetworkPayload"
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
      "name": "observableRefresh",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "ObservablePayload"
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
      "name": "protectionCreate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "ProtectionPayload"
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
      "name": "protectionDelete",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "ProtectionDeletePayload"
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
      "name": "protectionUpdate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "ProtectionPayload"
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
      "name": "publishCredentialCreate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "PublishCredentialCreatePayload"
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
      "name": "publishCredentialUpdate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "PublishCredentialPayload"
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
      "name": "publishedPathRotate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "ListPayload"
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
      "name": "publishedVersionDecide",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "ListPayload"
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
      "name": "publishedVersionRollBack",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "ListPayload"
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
      "name": "pushPause",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "PushPausePayload"
       }
      },
      "args": [
       {
        "name": "paused",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "reputationProviderTest",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "ProviderTestPayload"
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
      "name": "reputationProviderUpdate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "ReputationProviderPayload"
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
      "name": "ruleCreate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "RulePayload"
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
      "name": "ruleDelete",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "RuleDeletePayload"
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
      "name": "ruleMatchDecide",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "RuleMatchDecidePayload"
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
      "name": "rulePreviewCancel",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "RulePreviewPayload"
       }
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
      "name": "rulePreviewStart",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "RulePreviewPayload"
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
      "name": "ruleReturn",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "RulePayload"
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
      "name": "ruleUpdate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "RulePayload"
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
      "name": "rulesImport",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "RulesPayload"
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
      "name": "rulesReorder",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "RulesPayload"
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
      "name": "savedViewCreate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "SavedViewPayload"
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
      "name": "savedViewDelete",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "SavedViewDeletePayload"
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
      "name": "savedViewUpdate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "SavedViewPayload"
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
      "name": "sourceTokenRotate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "SourceTokenPayload"
       }
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
      "name": "targetsSet",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "TargetsPayload"
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
      "name": "teamCreate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "TeamPayload"
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
      "name": "teamDelete",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "TeamDeletePayload"
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
      "name": "teamUpdate",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "TeamPayload"
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
      "name": "unblock",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "UnblockPayload"
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
     },
     {
      "name": "wildfireTest",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "ProviderTestPayload"
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
    "kind": "OBJECT",
    "name": "NamedNetwork",
    "fields": [
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
      "name": "network",
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
      "name": "own",
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
    "name": "NamedNetworkDeletePayload",
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
    "name": "NamedNetworkPayload",
    "fields": [
     {
      "name": "namedNetwork",
      "type": {
       "kind": "OBJECT",
       "name": "NamedNetwork"
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
      "name": "ApiKey"
     },
     {
      "kind": "OBJECT",
      "name": "Channel"
     },
     {
      "kind": "OBJECT",
      "name": "Device"
     },
     {
      "kind": "OBJECT",
      "name": "Directory"
     },
     {
      "kind": "OBJECT",
      "name": "Feed"
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
      "name": "Job"
     },
     {
      "kind": "OBJECT",
      "name": "List"
     },
     {
      "kind": "OBJECT",
      "name": "ListEntry"
     },
     {
      "kind": "OBJECT",
      "name": "Mapping"
     },
     {
      "kind": "OBJECT",
      "name": "NamedNetwork"
     },
     {
      "kind": "OBJECT",
      "name": "Protection"
     },
     {
      "kind": "OBJECT",
      "name": "PublishCredential"
     },
     {
      "kind": "OBJECT",
      "name": "Rule"
     },
     {
      "kind": "OBJECT",
      "name": "RuleMatch"
     },
     {
      "kind": "OBJECT",
      "name": "SavedView"
     },
     {
      "kind": "OBJECT",
      "name": "Source"
     },
     {
      "kind": "OBJECT",
      "name": "SyncRun"
     },
     {
      "kind": "OBJECT",
      "name": "Team"
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
    "name": "Observable",
    "fields": [
     {
      "name": "activity",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "ObservableActivity"
       }
      },
      "args": [
       {
        "name": "days",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
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
        "name": "first",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
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
      "name": "lists",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "List"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "names",
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
      "name": "namesStatus",
      "type": {
       "kind": "OBJECT",
       "name": "LookupStatus"
      },
      "args": []
     },
     {
      "name": "notAskedOutside",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "person",
      "type": {
       "kind": "OBJECT",
       "name": "Person"
      },
      "args": []
     },
     {
      "name": "place",
      "type": {
       "kind": "OBJECT",
       "name": "Place"
      },
      "args": []
     },
     {
      "name": "protected",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "reputation",
      "type": {
       "kind": "OBJECT",
       "name": "Reputation"
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
     },
     {
      "name": "wildfire",
      "type": {
       "kind": "OBJECT",
       "name": "WildfireAnalysis"
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "ObservableActivity",
    "fields": [
     {
      "name": "alerts",
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
      "name": "days",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "ObservableDay"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "exact",
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
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "lastSeenAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "roles",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "ObservableRoleCount"
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
    "name": "ObservableDay",
    "fields": [
     {
      "name": "alerts",
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
      "name": "day",
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
    "name": "ObservablePayload",
    "fields": [
     {
      "name": "observable",
      "type": {
       "kind": "OBJECT",
       "name": "Observable"
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
    "name": "ObservableRoleCount",
    "fields": [
     {
      "name": "alerts",
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
    "interfaces": []
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
    "name": "Overview",
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
          "name": "OverviewStep"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "devices",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "OverviewDevice"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "from",
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
      "name": "incidents",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "OverviewStep"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "lists",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "OverviewList"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "medianAcknowledgeMinutes",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "medianCloseMinutes",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "openByAge",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "OverviewTop"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "openBySeverity",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "OverviewSeverity"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "to",
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
      "name": "topAttackers",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "OverviewTop"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "topFirewalls",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "OverviewTop"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "topRules",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "OverviewTop"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "topTargets",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "OverviewTop"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "topThreats",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "OverviewTop"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "topUsers",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "OverviewTop"
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
    "name": "OverviewDevice",
    "fields": [
     {
      "name": "device",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "Device"
       }
      },
      "args": []
     },
     {
      "name": "failed",
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
      "name": "inSync",
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
      "name": "pending",
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
    "name": "OverviewList",
    "fields": [
     {
      "name": "added",
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
      "name": "entries",
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
      "name": "list",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "List"
       }
      },
      "args": []
     },
     {
      "name": "removed",
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
    "name": "OverviewSeverity",
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
      "name": "severity",
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
    "name": "OverviewStep",
    "fields": [
     {
      "name": "allowed",
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
      "name": "at",
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
      "name": "severities",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "OverviewSeverity"
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
    "name": "OverviewTop",
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
      "name": "search",
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
    "name": "Person",
    "fields": [
     {
      "name": "accountState",
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
      "name": "city",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "company",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "department",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "directory",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "displayName",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "distinguishedName",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "groups",
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
      "name": "mail",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "manager",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "mobile",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "office",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "phone",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "photo",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "status",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "LookupStatus"
       }
      },
      "args": []
     },
     {
      "name": "title",
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
    "name": "Place",
    "fields": [
     {
      "name": "asn",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "city",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "country",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "countryCode",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "latitude",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "longitude",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "network",
      "type": {
       "kind": "OBJECT",
       "name": "NamedNetwork"
      },
      "args": []
     },
     {
      "name": "organisation",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "region",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "scope",
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
      "name": "scopeName",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
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
          "name": "GeoDatabase"
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
    "name": "Protection",
    "fields": [
     {
      "name": "builtIn",
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
    "interfaces": [
     {
      "kind": "INTERFACE",
      "name": "Node"
     }
    ]
   },
   {
    "kind": "OBJECT",
    "name": "ProtectionDeletePayload",
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
    "name": "ProtectionPayload",
    "fields": [
     {
      "name": "protection",
      "type": {
       "kind": "OBJECT",
       "name": "Protection"
      },
      "args": []
     },
     {
      "name": "removedEntries",
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
    "name": "ProviderTest",
    "fields": [
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
     },
     {
      "name": "milliseconds",
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
      "name": "ok",
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
    "name": "ProviderTestPayload",
    "fields": [
     {
      "name": "test",
      "type": {
       "kind": "OBJECT",
       "name": "ProviderTest"
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
    "name": "PublishCredential",
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
      "name": "lists",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "List"
         }
        }
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
      "name": "username",
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
    "name": "PublishCredentialCreatePayload",
    "fields": [
     {
      "name": "credential",
      "type": {
       "kind": "OBJECT",
       "name": "PublishCredential"
      },
      "args": []
     },
     {
      "name": "password",
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
    "name": "PublishCredentialPayload",
    "fields": [
     {
      "name": "credential",
      "type": {
       "kind": "OBJECT",
       "name": "PublishCredential"
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
    "name": "PublishedFetch",
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
      "name": "credential",
      "type": {
       "kind": "OBJECT",
       "name": "PublishCredential"
      },
      "args": []
     },
     {
      "name": "fetchedAt",
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
      "name": "status",
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
      "name": "userAgent",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
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
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "PublishedUrl",
    "fields": [
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
      "name": "retiresAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "url",
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
    "name": "PublishedVersion",
    "fields": [
     {
      "name": "added",
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
      "name": "addedEntries",
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
      "name": "decidedBy",
      "type": {
       "kind": "OBJECT",
       "name": "User"
      },
      "args": []
     },
     {
      "name": "entryCount",
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
      "name": "inForceAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
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
      "name": "removed",
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
      "name": "removedEntries",
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
      "name": "rollbackOf",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
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
    "name": "Publishing",
    "fields": [
     {
      "name": "aggregate",
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
      "name": "allowedNetworks",
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
      "name": "fetches",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "PublishedFetch"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "guardEntries",
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
      "name": "guardPercent",
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
      "name": "held",
      "type": {
       "kind": "OBJECT",
       "name": "PublishedVersion"
      },
      "args": []
     },
     {
      "name": "inForce",
      "type": {
       "kind": "OBJECT",
       "name": "PublishedVersion"
      },
      "args": []
     },
     {
      "name": "panosSetCommands",
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
      "name": "trailingSlash",
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
          "name": "PublishedUrl"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "versions",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "PublishedVersion"
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
    "name": "PushPausePayload",
    "fields": [
     {
      "name": "paused",
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
      "name": "apiKeys",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "ApiKey"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "channels",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "Channel"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "device",
      "type": {
       "kind": "OBJECT",
       "name": "Device"
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
      "name": "devices",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "Device"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "directories",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "Directory"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "directoryPresets",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "DirectoryPresetSettings"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "enrichmentProviders",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "EnrichmentProvider"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "entriesPreview",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "EntriesPreview"
       }
      },
      "args": [
       {
        "name": "listId",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       },
       {
        "name": "text",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "explainBlock",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "BlockExplanation"
         }
        }
       }
      },
      "args": [
       {
        "name": "value",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "feeds",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "Feed"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "fieldValues",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "FieldValue"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "geoDatabases",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "GeoDatabase"
         }
        }
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
      "name": "job",
      "type": {
       "kind": "OBJECT",
       "name": "Job"
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
      "name": "jobs",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "Job"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "list",
      "type": {
       "kind": "OBJECT",
       "name": "List"
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
      "name": "lists",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "List"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "mailSettings",
      "type": {
       "kind": "OBJECT",
       "name": "MailSettings"
      },
      "args": []
     },
     {
      "name": "namedNetworks",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "NamedNetwork"
         }
        }
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
      "name": "observable",
      "type": {
       "kind": "OBJECT",
       "name": "Observable"
      },
      "args": [
       {
        "name": "kind",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       },
       {
        "name": "value",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "observablesOf",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "Observable"
         }
        }
       }
      },
      "args": [
       {
        "name": "text",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "overview",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "Overview"
       }
      },
      "args": [
       {
        "name": "from",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       },
       {
        "name": "to",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "protections",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "Protection"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "publishCredentials",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "PublishCredential"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "pushPaused",
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
      "name": "reputationProviders",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "ReputationProvider"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "rule",
      "type": {
       "kind": "OBJECT",
       "name": "Rule"
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
      "name": "ruleCheck",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "RuleCheck"
       }
      },
      "args": [
       {
        "name": "definition",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "ruleMatchesAwaiting",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "RuleMatchConnection"
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
      "name": "rulePreview",
      "type": {
       "kind": "OBJECT",
       "name": "RulePreview"
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
      "name": "ruleSchema",
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
          "name": "Rule"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "rulesExport",
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
      "name": "savedViews",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "SavedView"
         }
        }
       }
      },
      "args": []
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
      "name": "targets",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "Target"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "teams",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "Team"
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
    "name": "RelatedIncident",
    "fields": [
     {
      "name": "incident",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "Incident"
       }
      },
      "args": []
     },
     {
      "name": "shared",
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
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "Reputation",
    "fields": [
     {
      "name": "evidence",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "ReputationEvidence"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "score",
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
    "name": "ReputationEvidence",
    "fields": [
     {
      "name": "answeredAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "details",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "Fact"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "expiresAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "link",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "provider",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "reason",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "refreshing",
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
      "name": "score",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "source",
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
      "name": "weight",
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
    "name": "ReputationProvider",
    "fields": [
     {
      "name": "baseUrl",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "cacheSeconds",
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
      "name": "dailyQuota",
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
      "name": "defaultBaseUrl",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
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
      "name": "hasApiKey",
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
      "name": "kinds",
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
      "name": "needsKey",
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
      "name": "perMinute",
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
      "name": "weight",
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
    "name": "ReputationProviderPayload",
    "fields": [
     {
      "name": "provider",
      "type": {
       "kind": "OBJECT",
       "name": "ReputationProvider"
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
    "name": "Rule",
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
      "name": "definition",
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
      "name": "matches",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "RuleMatchConnection"
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
        "name": "state",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "maxEntriesPerHour",
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
      "name": "mode",
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
      "name": "owner",
      "type": {
       "kind": "OBJECT",
       "name": "User"
      },
      "args": []
     },
     {
      "name": "position",
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
      "name": "reading",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "RuleReading"
       }
      },
      "args": []
     },
     {
      "name": "stats",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "RuleStats"
       }
      },
      "args": [
       {
        "name": "hours",
        "type": {
         "kind": "SCALAR",
         "name": "Any"
        }
       }
      ]
     },
     {
      "name": "stopAfterMatch",
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
      "name": "stoppedAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "stoppedReason",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
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
      "name": "versions",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "RuleVersionConnection"
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
    "name": "RuleChange",
    "fields": [
     {
      "name": "after",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "before",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "path",
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
    "name": "RuleCheck",
    "fields": [
     {
      "name": "faults",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "RuleFault"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "reading",
      "type": {
       "kind": "OBJECT",
       "name": "RuleReading"
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "RuleDeletePayload",
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
    "name": "RuleEvidence",
    "fields": [
     {
      "name": "path",
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
      "name": "text",
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
    "name": "RuleFault",
    "fields": [
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
     },
     {
      "name": "path",
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
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "RuleHour",
    "fields": [
     {
      "name": "actions",
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
      "name": "entries",
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
      "name": "hour",
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
      "name": "matches",
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
    "name": "RuleMatch",
    "fields": [
     {
      "name": "alert",
      "type": {
       "kind": "OBJECT",
       "name": "Alert"
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
      "name": "decidedBy",
      "type": {
       "kind": "OBJECT",
       "name": "User"
      },
      "args": []
     },
     {
      "name": "finishedAt",
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
      "name": "incident",
      "type": {
       "kind": "OBJECT",
       "name": "Incident"
      },
      "args": []
     },
     {
      "name": "matched",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "RuleEvidence"
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
          "name": "RuleOutcome"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "rule",
      "type": {
       "kind": "OBJECT",
       "name": "Rule"
      },
      "args": []
     },
     {
      "name": "ruleName",
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
      "name": "ruleVersion",
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
    "interfaces": [
     {
      "kind": "INTERFACE",
      "name": "Node"
     }
    ]
   },
   {
    "kind": "OBJECT",
    "name": "RuleMatchConnection",
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
          "name": "RuleMatchEdge"
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
          "name": "RuleMatch"
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
    "name": "RuleMatchDecidePayload",
    "fields": [
     {
      "name": "matches",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "RuleMatch"
         }
        }
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
    "name": "RuleMatchEdge",
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
        "name": "RuleMatch"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "RuleOutcome",
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
      "name": "message",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
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
    "name": "RulePayload",
    "fields": [
     {
      "name": "rule",
      "type": {
       "kind": "OBJECT",
       "name": "Rule"
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
    "name": "RulePreview",
    "fields": [
     {
      "name": "done",
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
      "name": "effects",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "RulePreviewEffect"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "fromTime",
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
      "name": "incidents",
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
      "name": "matches",
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
      "name": "message",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "points",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "RulePreviewPoint"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "samples",
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
      "name": "toTime",
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
      "name": "total",
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
      "name": "unknown",
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
      "name": "warnings",
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
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "RulePreviewEffect",
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
      "name": "alreadyListed",
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
      "name": "internal",
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
      "name": "invalid",
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
      "name": "list",
      "type": {
       "kind": "OBJECT",
       "name": "List"
      },
      "args": []
     },
     {
      "name": "protected",
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
      "name": "times",
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
      "name": "values",
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
      "name": "wouldAdd",
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
    "name": "RulePreviewPayload",
    "fields": [
     {
      "name": "preview",
      "type": {
       "kind": "OBJECT",
       "name": "RulePreview"
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
    "name": "RulePreviewPoint",
    "fields": [
     {
      "name": "at",
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
      "name": "matches",
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
    "name": "RuleReading",
    "fields": [
     {
      "name": "then",
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
      "name": "when",
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
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "RuleStats",
    "fields": [
     {
      "name": "actions",
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
      "name": "entries",
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
      "name": "hours",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "RuleHour"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "lastMatchAt",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "matches",
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
      "name": "timeSpent",
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
    "name": "RuleVersion",
    "fields": [
     {
      "name": "author",
      "type": {
       "kind": "OBJECT",
       "name": "User"
      },
      "args": []
     },
     {
      "name": "changes",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "RuleChange"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "content",
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
      "name": "returnOf",
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
    "name": "RuleVersionConnection",
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
          "name": "RuleVersionEdge"
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
          "name": "RuleVersion"
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
    "name": "RuleVersionEdge",
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
        "name": "RuleVersion"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "RulesPayload",
    "fields": [
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
          "name": "Rule"
         }
        }
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
    "name": "SavedView",
    "fields": [
     {
      "name": "count",
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
      "name": "mine",
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
      "name": "owner",
      "type": {
       "kind": "OBJECT",
       "name": "User"
      },
      "args": []
     },
     {
      "name": "position",
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
      "name": "search",
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
      "name": "shared",
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
    "name": "SavedViewDeletePayload",
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
    "name": "SavedViewPayload",
    "fields": [
     {
      "name": "savedView",
      "type": {
       "kind": "OBJECT",
       "name": "SavedView"
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
    "name": "SeenObservable",
    "fields": [
     {
      "name": "alerts",
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
      "name": "observable",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "Observable"
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
      "name": "hasToken",
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
     },
     {
      "name": "wildfireApiUrl",
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
      "name": "wildfireDailyQuota",
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
    "name": "SourceTokenPayload",
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
      "name": "url",
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
      "name": "enforcementChanged",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "EnforcementChanged"
       }
      },
      "args": []
     },
     {
      "name": "enrichmentChanged",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "EnrichmentChanged"
       }
      },
      "args": []
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
      "name": "jobChanged",
      "type": {
       "kind": "OBJECT",
       "name": "Job"
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
    "name": "SyncLogLine",
    "fields": [
     {
      "name": "at",
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
      "name": "level",
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
      "name": "text",
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
    "name": "SyncRun",
    "fields": [
     {
      "name": "added",
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
      "name": "apiCalls",
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
      "name": "changes",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "MappingChange"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "commitJob",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "device",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "Device"
       }
      },
      "args": []
     },
     {
      "name": "failure",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "finishedAt",
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
      "name": "log",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "SyncLogLine"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "message",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "removed",
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
      "name": "startedAt",
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
    "name": "SyncRunConnection",
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
          "name": "SyncRunEdge"
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
          "name": "SyncRun"
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
    "name": "SyncRunEdge",
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
        "name": "SyncRun"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "SyncRunPayload",
    "fields": [
     {
      "name": "run",
      "type": {
       "kind": "OBJECT",
       "name": "SyncRun"
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
    "name": "Target",
    "fields": [
     {
      "name": "acknowledgeMinutes",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "closeMinutes",
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
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "TargetsPayload",
    "fields": [
     {
      "name": "targets",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "Target"
         }
        }
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
    "name": "Team",
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
      "name": "members",
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
      "name": "version",
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
    "name": "TeamDeletePayload",
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
    "name": "TeamPayload",
    "fields": [
     {
      "name": "team",
      "type": {
       "kind": "OBJECT",
       "name": "Team"
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
    "name": "TimelineConnection",
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
          "name": "TimelineEdge"
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
          "name": "TimelineItem"
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
    "name": "TimelineEdge",
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
        "name": "TimelineItem"
       }
      },
      "args": []
     }
    ],
    "interfaces": []
   },
   {
    "kind": "OBJECT",
    "name": "TimelineItem",
    "fields": [
     {
      "name": "at",
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
      "name": "by",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
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
      "name": "detail",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "device",
      "type": {
       "kind": "OBJECT",
       "name": "Device"
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
      "name": "list",
      "type": {
       "kind": "OBJECT",
       "name": "List"
      },
      "args": []
     },
     {
      "name": "text",
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
    "name": "UnblockPayload",
    "fields": [
     {
      "name": "explanation",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "BlockExplanation"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "removed",
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
    "kind": "OBJECT",
    "name": "WildfireActivity",
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
      "name": "detail",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "subject",
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
    "name": "WildfireAnalysis",
    "fields": [
     {
      "name": "previousVerdict",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "report",
      "type": {
       "kind": "OBJECT",
       "name": "WildfireReport"
      },
      "args": []
     },
     {
      "name": "reportStatus",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "LookupStatus"
       }
      },
      "args": []
     },
     {
      "name": "status",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "OBJECT",
        "name": "LookupStatus"
       }
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
      "name": "verdictChangedAt",
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
    "name": "WildfireFinding",
    "fields": [
     {
      "name": "details",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "score",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "text",
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
    "name": "WildfirePlatform",
    "fields": [
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
          "name": "WildfireActivity"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "malware",
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
      "name": "network",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "WildfireActivity"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "platform",
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
      "name": "processes",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "WildfireActivity"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "software",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "summary",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "WildfireFinding"
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
    "name": "WildfireReport",
    "fields": [
     {
      "name": "families",
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
      "name": "fetchedAt",
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
      "name": "fileType",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "indicators",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "Indicator"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "malware",
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
      "name": "md5",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "pdfPath",
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
      "name": "platforms",
      "type": {
       "kind": "NON_NULL",
       "ofType": {
        "kind": "LIST",
        "ofType": {
         "kind": "NON_NULL",
         "ofType": {
          "kind": "OBJECT",
          "name": "WildfirePlatform"
         }
        }
       }
      },
      "args": []
     },
     {
      "name": "sha1",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "sha256",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "signer",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "size",
      "type": {
       "kind": "SCALAR",
       "name": "Any"
      },
      "args": []
     },
     {
      "name": "xmlPath",
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
    "kind": "SCALAR",
    "name": "Any"
   }
  ],
  "directives": []
 }
} as const
