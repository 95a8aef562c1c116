import Northflank
import Testing

@Test func aLogLineMayBeAnyJSON() throws {
    let (lines, notices) = try decode(
        TolerantList<LogLine>.self,
        #"""
        [{"containerId": "web-1", "log": "GET / 200", "ts": "2026-01-01T12:00:00.000Z"},
         {"log": {"level": "info", "took": 3}, "ts": "2026-01-01 12:00:01"},
         {"containerId": 7, "log": [1, "two", null], "ts": "soon"},
         {"log": null}]
        """#)
    #expect(lines.items.map(\.text) == ["GET / 200", "level: info, took: 3", "1, two, null", "null"])
    #expect(lines.items.map(\.container) == ["web-1", nil, "7", nil])
    #expect(lines.items.map { $0.at == nil } == [false, false, true, true])
    #expect(notices.count == 1)
}

@Test func measurementsAreReadByTheirKindAndAnOddOneIsLeftOut() throws {
    let (metrics, notices) = try decode(
        Metrics.self,
        #"""
        {"cpu": {"metricInfo": {"metricUnit": "vCPU"}, "values": [
            {"metadata": {"containerId": "web-1"}, "data": [
                {"value": 0.25, "ts": "2026-01-01T12:00:00Z"}, {"value": "odd"}, {"value": 1}]}]},
         "memory": 3, "futureKind": {"values": []}}
        """#)
    let cpu = try #require(metrics.byKind[.cpu])
    #expect(cpu.unit == "vCPU")
    #expect(cpu.series.map(\.container) == ["web-1"])
    #expect(cpu.series[0].points.map(\.value) == [0.25, 1])
    #expect(metrics.byKind[.memory] == nil)
    #expect(metrics.byKind[.init(rawValue: "futureKind")]?.series == [])
    #expect(notices.count == 2)
}

@Test func anAddonTypesChoicesMayBeWrittenInAnyWay() throws {
    let (type, notices) = try decode(
        AddonType.self,
        #"""
        {"type": "redis", "versions": ["7.4.1", 7.2], "features": {"backupsDump": 0},
         "resources": {"storage": {"options": [4096, "8192", 16384.0], "default": "4096"}, "replicas": 3}}
        """#)
    #expect(type.versions == ["7.4.1", "7.2"])
    #expect(type.storage == .init(options: [4096, 8192, 16_384], standard: 4096))
    #expect(type.replicas == .init())
    #expect(!type.canDump)
    #expect(notices.count == 1)
}
