import Northflank
import Testing

@Suite struct AddonDetailTests {
    @Test func itIsReadAsTheContractHasIt() throws {
        let (detail, notices) = try decode(
            AddonDetail.self,
            #"""
            {
              "id": "orders", "name": "Orders", "createdAt": "2021-01-20T11:19:53.175Z", "status": "running",
              "spec": {
                "type": "postgresql",
                "config": {
                  "versionTag": "16.4", "lifecycleStatus": "active",
                  "deployment": {
                    "replicas": 2, "storageClass": "ssd", "storageSize": 8192.0, "planId": "nf-compute-100-2",
                    "region": "europe-west"
                  },
                  "networking": {"tlsEnabled": true, "externalAccessEnabled": false}
                }
              }
            }
            """#)
        #expect(notices.isEmpty)
        #expect(detail.addon.type == "postgresql")
        #expect(detail.version == "16.4")
        #expect(detail.replicas == 2)
        #expect(detail.storage == 8192)
        #expect(detail.plan == "nf-compute-100-2")
        #expect(detail.hasTLS == true && detail.isPublic == false)
    }

    /// The configuration is one of several shapes in the contract.
    @Test(arguments: [
        #""config": {"region": "europe-west"}"#, #""config": {"templateValues": "a: b"}"#, #""config": 7"#,
    ])
    func anotherShapeLeavesTheRest(config: String) throws {
        let (detail, _) = try decode(
            AddonDetail.self, #"{"id": "a", "name": "A", "spec": {"type": "redis", \#(config)}}"#)
        #expect(detail.addon.type == "redis")
        #expect(detail.version == nil)
    }
}
