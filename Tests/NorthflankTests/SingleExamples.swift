/// The contract's example answers of single things and of what starts them, word for word.
enum SingleExamples {
    static let getProject = #"""
        {
          "data": {
            "id": "default-project",
            "name": "Default Project",
            "description": "The project description",
            "deployment": {"region": "europe-west"},
            "createdAt": "2021-01-20T11:19:53.175Z",
            "services": [
              {
                "id": "example-service",
                "appId": "/example-user/default-project/example-service",
                "name": "Example Service",
                "description": "This is the service description",
                "serviceType": "combined"
              }
            ],
            "customRegistry": {"enabled": false},
            "jobs": [
              {
                "id": "example-job",
                "appId": "/example-user/default-project/example-job",
                "name": "Example Job",
                "description": "This is the job description",
                "jobType": "cron"
              }
            ],
            "addons": [
              {
                "id": "example-addon",
                "appId": "/example-user/default-project/example-addon",
                "name": "Example Addon",
                "description": "This is the addon description",
                "spec": {"type": "mongodb"}
              }
            ],
            "cluster": {
              "id": "nf-europe-west",
              "name": "nf-europe-west",
              "namespace": "ns-8zy2mcjh9zn2",
              "loadBalancers": ["lb.659200800000000000000000.northflank.com"]
            }
          }
        }
        """#

    static let getService = #"""
        {
          "data": {
            "id": "example-service",
            "appId": "/example-user/default-project/example-service",
            "name": "Example Service",
            "description": "This is the service description",
            "projectId": "default-project",
            "serviceType": "combined",
            "createdAt": "2021-01-20T11:19:53.175Z",
            "disabledCI": false,
            "disabledCD": false,
            "billing": {"deploymentPlan": "nf-compute-20"},
            "status": {
              "build": {"status": "SUCCESS", "lastTransitionTime": "2021-11-29T11:47:16.624Z"},
              "deployment": {
                "status": "COMPLETED",
                "reason": "DEPLOYING",
                "lastTransitionTime": "2021-11-29T11:47:16.624Z"
              }
            },
            "buildSource": "git",
            "vcsData": {
              "projectUrl": "https://github.com/northflank/gatsby-with-northflank",
              "projectType": "github",
              "selfHostedVcsId": "example-team/self-hosted-vcs",
              "projectBranch": "master",
              "publicRepo": false,
              "dockerWorkDir": "/",
              "dockerFilePath": "/Dockerfile"
            },
            "bundleData": {
              "bundleUrl": "https://example.com/archive.tar",
              "projectBranch": "main",
              "dockerWorkDir": "/",
              "dockerFilePath": "/Dockerfile"
            },
            "deployment": {
              "region": "europe-west",
              "instances": 1,
              "internal": {
                "nfObjectId": "example-service",
                "nfObjectType": "service",
                "repository": "https://github.com/northflank/gatsby-with-northflank",
                "branch": "master",
                "buildSHA": "latest",
                "deployedSHA": "262ed9817b3cad5142fbceabe0c9e371e390d616"
              },
              "docker": {"configType": "default", "customCommand": "nginx -g"},
              "buildpack": {"configType": "default"},
              "storage": {"ephemeralStorage": {"storageSize": 1024}}
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
            "buildEngineConfiguration": {
              "buildEngine": "buildpack",
              "buildpack": {
                "builder": "HEROKU_24",
                "buildpackLocators": [
                  "https://buildpack-registry.heroku.com/cnb/mars/create-react-app"
                ]
              }
            },
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
            "ports": [
              {
                "id": "eonyui",
                "name": "p01",
                "internalPort": 8080,
                "protocol": "HTTP",
                "public": true,
                "dns": "p01--example-service--default-service--user-abc1.salvo.code.run",
                "domains": [
                  {
                    "name": "app.example.com",
                    "certificate": {
                      "inProgress": false,
                      "expiryDate": "2022-04-26T09:25:02.000Z",
                      "refreshDate": "2022-03-27T09:25:02.000Z"
                    }
                  }
                ],
                "security": {
                  "credentials": [
                    {
                      "username": "admin",
                      "password": "password123",
                      "type": "basic-auth"
                    }
                  ],
                  "policies": [{"addresses": ["127.0.0.1"], "action": "DENY"}],
                  "sso": {
                    "organizationId": "org_uniquestringidentifier",
                    "directoryGroupIds": ["directory_group_uniquestringidentifier"]
                  }
                },
                "disableNfDomain": false
              }
            ],
            "cluster": {
              "id": "nf-europe-west",
              "name": "nf-europe-west",
              "namespace": "ns-8zy2mcjh9zn2",
              "loadBalancers": ["lb.659200800000000000000000.northflank.com"]
            }
          }
        }
        """#

    static let getServiceBuild = #"""
        {
          "data": {
            "id": "joyous-view-6290",
            "branch": "main",
            "status": "SUCCESS",
            "sha": "12c15e7ee25fd78f567ebf87f9178b8ad70025b3",
            "concluded": true,
            "createdAt": "2021-07-28T15:55:38.296Z",
            "success": true,
            "message": "Image successfully built",
            "buildConcludedAt": 1606237973
          }
        }
        """#

    static let startServiceBuild = #"""
        {
          "data": {
            "id": "joyous-view-6290",
            "branch": "main",
            "sha": "12c15e7ee25fd78f567ebf87f9178b8ad70025b3",
            "createdAt": "2021-07-28T15:55:38.296Z",
            "status": "PENDING",
            "concluded": false
          }
        }
        """#

    static let runJob = #"""
        {
          "data": {"id": "d34582a4-35bd-4c71-8e7c-e36999b88723", "runName": "example-job-5fcf67bc56e1913e21d49504"}
        }
        """#

    static let backupAddon = #"""
        {
          "data": {
            "id": "example-backup",
            "name": "Example Backup",
            "uid": "88283b31-06f3-4857-b75f-f807bd7a52af",
            "status": "completed",
            "createdAt": "2021-01-20T11:19:53.175Z",
            "completedAt": "2021-01-20T11:19:54.494Z",
            "config": {"source": {"type": "snapshot"}, "size": "1234", "addonVersion": "4.4.8"},
            "lastRestore": {
              "restoreTimestamp": "2021-01-20T11:19:54.494Z",
              "status": "completed",
              "completedAt": "2021-01-20T11:19:54.494Z"
            }
          }
        }
        """#
}
