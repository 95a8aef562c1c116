/// The contract's example answers of what creates our resources, word for word.
enum CreationExamples {
    static let createProject = #"""
        {
          "data": {
            "id": "example-project",
            "name": "New Project",
            "description": "This is a new project.",
            "color": "#EF233C",
            "region": "europe-west",
            "clusterId": "gcp-cluster-1",
            "networking": {
              "tailscale": {"restrictions": {"tagMatchCondition": "or"}},
              "hostAliases": {"restrictions": {"tagMatchCondition": "or"}}
            },
            "createdAt": "2000-01-01T12:00:00.000Z",
            "updatedAt": "2000-01-01T12:00:00.000Z"
          }
        }
        """#

    static let createBuildService = #"""
        {
          "data": {
            "name": "Example Service",
            "description": "A service description",
            "billing": {"deploymentPlan": "nf-compute-20", "buildPlan": "nf-compute-200-8"},
            "buildSource": "git",
            "vcsData": {
              "projectUrl": "https://github.com/northflank/gatsby-with-northflank",
              "projectType": "github",
              "accountLogin": "github-user"
            },
            "buildSettings": {
              "storage": {"ephemeralStorage": {"storageSize": 16384}},
              "dockerfile": {
                "buildEngine": "buildkit",
                "dockerFilePath": "/Dockerfile",
                "dockerWorkDir": "/",
                "buildkit": {"useCache": true, "cacheStorageSize": 32768}
              }
            },
            "buildConfiguration": {
              "prRestrictions": ["feature/*"],
              "branchRestrictions": ["feature/*"],
              "crossProjectAccess": {"enabled": true, "projects": ["example-project"]},
              "pathIgnoreRules": ["README.md"],
              "isAllowList": false,
              "ciIgnoreFlags": ["[skip ci]"],
              "dockerCredentials": ["example-docker-credential"],
              "storage": {"ephemeralStorage": {"storageSize": 16384}}
            },
            "buildArguments": {"ARGUMENT_1": "abcdef", "ARGUMENT_2": "12345"},
            "buildFiles": {
              "/dir/fileName": {
                "data": "VGhpcyBpcyBhbiBleGFtcGxlIHdpdGggYSB0ZW1wbGF0ZWQgJHtOT0RFX0VOVn0gdmFyaWFibGU=",
                "encoding": "utf-8"
              }
            },
            "dockerSecretMounts": {
              "example-secret-mount_1": {
                "data": "VGhpcyBpcyBhbiBleGFtcGxlIHdpdGggYSB0ZW1wbGF0ZWQgJHtOT0RFX0VOVn0gdmFyaWFibGU=",
                "encoding": "utf-8"
              }
            },
            "serviceType": "build",
            "id": "example-service",
            "appId": "/example-user/default-project/example-service",
            "cluster": {
              "id": "nf-europe-west",
              "name": "nf-europe-west",
              "namespace": "ns-8zy2mcjh9zn2",
              "loadBalancers": ["lb.659200800000000000000000.northflank.com"]
            },
            "status": {"build": {"status": "SUCCESS", "lastTransitionTime": "2021-11-29T11:47:16.624Z"}}
          }
        }
        """#

    static let createDeploymentService = #"""
        {
          "data": {
            "name": "Example Service",
            "description": "A service description",
            "billing": {"deploymentPlan": "nf-compute-20"},
            "ports": [
              {
                "name": "p01",
                "internalPort": 8080,
                "public": true,
                "security": {
                  "credentials": [
                    {
                      "username": "admin",
                      "password": "password123",
                      "type": "basic-auth"
                    }
                  ],
                  "ip": [{"addresses": ["127.0.0.1"], "action": "DENY"}],
                  "policies": [{"addresses": ["127.0.0.1"], "action": "DENY"}],
                  "headers": [{"regexMode": false, "name": "headerName", "value": "headerValue"}],
                  "securePathConfiguration": {
                    "rules": [
                      {
                        "paths": [
                          {
                            "routingMode": "prefix",
                            "priority": 80
                          }
                        ],
                        "accessMode": "protected",
                        "securityPolicies": {
                          "orPolicies": {
                            "credentials": [
                              {
                                "username": "admin",
                                "password": "password123",
                                "type": "basic-auth"
                              }
                            ],
                            "ip": [
                              {
                                "addresses": [
                                  "127.0.0.1"
                                ],
                                "action": "DENY"
                              }
                            ],
                            "policies": [
                              {
                                "addresses": [
                                  "127.0.0.1"
                                ],
                                "action": "DENY"
                              }
                            ],
                            "headers": [
                              {
                                "regexMode": false,
                                "name": "headerName",
                                "value": "headerValue"
                              }
                            ]
                          },
                          "requiredPolicies": {
                            "credentials": [
                              {
                                "username": "admin",
                                "password": "password123",
                                "type": "basic-auth"
                              }
                            ],
                            "ip": [
                              {
                                "addresses": [
                                  "127.0.0.1"
                                ],
                                "action": "DENY"
                              }
                            ],
                            "policies": [
                              {
                                "addresses": [
                                  "127.0.0.1"
                                ],
                                "action": "DENY"
                              }
                            ],
                            "headers": [
                              {
                                "regexMode": false,
                                "name": "headerName",
                                "value": "headerValue"
                              }
                            ]
                          }
                        }
                      }
                    ]
                  }
                },
                "domains": ["app.example.com"]
              }
            ],
            "runtimeEnvironment": {"VARIABLE_1": "abcdef", "VARIABLE_2": "12345"},
            "runtimeFiles": {
              "/dir/fileName": {
                "data": "VGhpcyBpcyBhbiBleGFtcGxlIHdpdGggYSB0ZW1wbGF0ZWQgJHtOT0RFX0VOVn0gdmFyaWFibGU=",
                "encoding": "utf-8"
              }
            },
            "healthChecks": [
              {
                "protocol": "HTTP",
                "type": "readinessProbe",
                "path": "/health-check",
                "port": 8080,
                "initialDelaySeconds": 10,
                "periodSeconds": 60,
                "timeoutSeconds": 1,
                "failureThreshold": 3,
                "successThreshold": 1
              }
            ],
            "autoscaling": {
              "horizontal": {
                "enabled": true,
                "minReplicas": 1,
                "maxReplicas": 3,
                "userMetrics": {
                  "enabled": true,
                  "exposedMetricsPath": "/metrics",
                  "exposedMetricsPort": 8080,
                  "metrics": [
                    {
                      "metricName": "example-metric",
                      "metricType": "gauge",
                      "thresholdValue": 2
                    }
                  ]
                }
              }
            },
            "createOptions": {"expiryTime": 86400},
            "serviceType": "deployment",
            "deployment": {
              "instances": 1,
              "docker": {"configType": "default"},
              "storage": {"ephemeralStorage": {"storageSize": 1024}},
              "gradualRolloutStrategyId": "strategy-id",
              "internal": {
                "id": "example-build-service",
                "branch": "master",
                "buildId": "premium-guide-6393"
              },
              "external": {"imagePath": "nginx:latest", "credentials": "example-credentials"}
            },
            "id": "example-service",
            "appId": "/example-user/default-project/example-service",
            "cluster": {
              "id": "nf-europe-west",
              "name": "nf-europe-west",
              "namespace": "ns-8zy2mcjh9zn2",
              "loadBalancers": ["lb.659200800000000000000000.northflank.com"]
            },
            "expiryTime": "2024-01-01T00:00:00.000Z",
            "expiredAt": "2024-01-01T00:00:00.000Z",
            "scheduledDeletion": "2024-01-31T00:00:00.000Z",
            "status": {
              "deployment": {
                "status": "COMPLETED",
                "reason": "DEPLOYING",
                "lastTransitionTime": "2021-11-29T11:47:16.624Z"
              }
            }
          }
        }
        """#

    static let createManualJob = #"""
        {
          "data": {
            "name": "Example Job",
            "description": "A job description",
            "billing": {"buildPlan": "nf-compute-200-8", "deploymentPlan": "nf-compute-20"},
            "buildConfiguration": {
              "pathIgnoreRules": ["README.md"],
              "isAllowList": false,
              "ciIgnoreFlags": ["[skip ci]"],
              "dockerCredentials": ["example-docker-credential"],
              "storage": {"ephemeralStorage": {"storageSize": 16384}}
            },
            "buildSettings": {
              "storage": {"ephemeralStorage": {"storageSize": 16384}},
              "dockerfile": {
                "buildEngine": "buildkit",
                "dockerFilePath": "/Dockerfile",
                "dockerWorkDir": "/",
                "buildkit": {"useCache": true, "cacheStorageSize": 32768}
              }
            },
            "runtimeEnvironment": {"variable1": "abcdef", "variable2": "12345"},
            "runtimeFiles": {
              "/dir/fileName": {
                "data": "VGhpcyBpcyBhbiBleGFtcGxlIHdpdGggYSB0ZW1wbGF0ZWQgJHtOT0RFX0VOVn0gdmFyaWFibGU=",
                "encoding": "utf-8"
              }
            },
            "buildArguments": {"variable1": "abcdef", "variable2": "12345"},
            "buildFiles": {
              "/dir/fileName": {
                "data": "VGhpcyBpcyBhbiBleGFtcGxlIHdpdGggYSB0ZW1wbGF0ZWQgJHtOT0RFX0VOVn0gdmFyaWFibGU=",
                "encoding": "utf-8"
              }
            },
            "dockerSecretMounts": {
              "example-secret-mount_1": {
                "data": "VGhpcyBpcyBhbiBleGFtcGxlIHdpdGggYSB0ZW1wbGF0ZWQgJHtOT0RFX0VOVn0gdmFyaWFibGU=",
                "encoding": "utf-8"
              }
            },
            "healthChecks": [
              {
                "protocol": "HTTP",
                "type": "readinessProbe",
                "path": "/health-check",
                "port": 8080,
                "initialDelaySeconds": 10,
                "periodSeconds": 60,
                "timeoutSeconds": 1,
                "failureThreshold": 3,
                "successThreshold": 1
              }
            ],
            "backoffLimit": 0,
            "runOnSourceChange": "never",
            "activeDeadlineSeconds": 600,
            "jobType": "manual",
            "id": "example-job",
            "appId": "/example-user/default-project/example-job",
            "deployment": {
              "docker": {"configType": "default"},
              "storage": {"ephemeralStorage": {"storageSize": 1024}},
              "vcs": {
                "projectUrl": "https://github.com/northflank/gatsby-with-northflank",
                "projectType": "github",
                "accountLogin": "github-user",
                "projectBranch": "master"
              },
              "external": {"imagePath": "nginx:latest", "credentials": "example-credentials"},
              "internal": {
                "id": "example-build-service",
                "branch": "master",
                "buildId": "premium-guide-6393"
              }
            },
            "status": {"build": {"status": "SUCCESS", "lastTransitionTime": "2021-11-29T11:47:16.624Z"}},
            "cluster": {
              "id": "nf-europe-west",
              "name": "nf-europe-west",
              "namespace": "ns-8zy2mcjh9zn2",
              "loadBalancers": ["lb.659200800000000000000000.northflank.com"]
            }
          }
        }
        """#

    static let createAddon = #"""
        {
          "data": {
            "name": "Example Addon",
            "description": "An addon description",
            "type": "postgresql",
            "version": "latest",
            "billing": {
              "deploymentPlan": "nf-compute-20",
              "storageClass": "nvme",
              "storage": 6144,
              "replicas": 1
            },
            "source": {
              "projectId": "existing-project",
              "addonId": "existing-addon",
              "backupId": "existing-backup"
            },
            "ipPolicies": [{"addresses": ["127.0.0.1"], "action": "DENY"}],
            "backupSchedules": [
              {
                "scheduling": {"interval": "weekly", "minute": [30], "hour": [18], "day": [4]},
                "backupType": "snapshot",
                "additionalDestinations": [
                  {
                    "destinationId": "example-backup-destination",
                    "retentionTime": 7,
                    "type": "custom"
                  }
                ],
                "compressionType": "gz",
                "retentionTime": 7
              }
            ],
            "id": "example-addon",
            "appId": "/example-user/default-project/example-addon",
            "status": "running",
            "cluster": {
              "id": "nf-europe-west",
              "name": "nf-europe-west",
              "namespace": "ns-8zy2mcjh9zn2",
              "loadBalancers": ["lb.659200800000000000000000.northflank.com"]
            }
          }
        }
        """#
}
