/// The contract's example answers of lists, word for word.
enum ListExamples {
    static let listProjects = #"""
        {
          "data": {
            "projects": [
              {
                "id": "default-project",
                "name": "Default Project",
                "description": "The project description"
              }
            ]
          },
          "pagination": {"hasNextPage": false, "count": 1}
        }
        """#

    static let listServices = #"""
        {
          "data": {
            "services": [
              {
                "id": "example-service",
                "appId": "/example-user/default-project/example-service",
                "projectId": "default-project",
                "name": "Example Service",
                "description": "This is the service description",
                "serviceType": "combined",
                "disabledCI": false,
                "disabledCD": false,
                "status": {
                  "build": {"status": "SUCCESS", "lastTransitionTime": "2021-11-29T11:47:16.624Z"},
                  "deployment": {
                    "status": "COMPLETED",
                    "reason": "DEPLOYING",
                    "lastTransitionTime": "2021-11-29T11:47:16.624Z"
                  }
                }
              }
            ]
          },
          "pagination": {"hasNextPage": false, "count": 1}
        }
        """#

    static let listServiceBuilds = #"""
        {
          "data": {
            "builds": [
              {
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
            ]
          },
          "pagination": {"hasNextPage": false, "count": 1}
        }
        """#

    static let listJobs = #"""
        {
          "data": {
            "jobs": [
              {
                "id": "example-job",
                "projectId": "default-project",
                "appId": "/example-user/default-project/example-job",
                "name": "Example Job",
                "description": "This is the job description",
                "jobType": "cron",
                "disabledCI": false,
                "disabledCD": false,
                "suspended": false
              }
            ]
          },
          "pagination": {"hasNextPage": false, "count": 1}
        }
        """#

    static let listAddons = #"""
        {
          "data": {
            "addons": [
              {
                "id": "example-addon",
                "name": "Example Addon",
                "appId": "/example-user/default-project/example-job",
                "description": "This is the addon description",
                "spec": {"type": "mongodb"},
                "status": "running"
              }
            ]
          },
          "pagination": {"hasNextPage": false, "count": 1}
        }
        """#
}
