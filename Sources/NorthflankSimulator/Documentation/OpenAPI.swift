import Northflank

/// The simulator's own description of itself, written from the routes that it serves.
enum OpenAPI {
    static func document(of routes: [Route]) -> JSON {
        var paths: [(path: String, operations: [APIOperation])] = []
        for route in routes {
            let path = "/v1/\(route.operation.path)"
            if let index = paths.firstIndex(where: { $0.path == path }) {
                paths[index].operations.append(route.operation)
            } else {
                paths.append((path, [route.operation]))
            }
        }
        return [
            "openapi": "3.0.3",
            "info": [
                "title": "Simulated Northflank API", "version": "1",
                "description": "What northwatch simulate serves, and no more.",
            ],
            "servers": [["url": "/"]],
            "security": [["bearer": []]],
            "paths": .object(
                paths.map { path, operations in
                    (path, .object(operations.map { ($0.method.rawValue.lowercased(), json($0)) }))
                }),
            "components": [
                "securitySchemes": ["bearer": ["type": "http", "scheme": "bearer"]],
                "schemas": ["Error": error],
            ],
        ]
    }

    private static func json(_ operation: APIOperation) -> JSON {
        [
            "operationId": .string(operation.id),
            "tags": [.string(operation.group)],
            "x-required-permission": operation.permission.map(JSON.string),
            "x-team-path": operation.isPlatforms ? nil : .string("/v1/teams/{teamId}/\(operation.path)"),
            "parameters": .array(
                operation.pathParameters.map { name in
                    ["name": .string(name), "in": "path", "required": true, "schema": ["type": "string"]]
                }
                    + operation.query.map { parameter in
                        [
                            "name": .string(parameter.name), "in": "query",
                            "x-repeatable": parameter.isRepeatable ? true : nil, "schema": parameter.schema.json,
                        ]
                    }),
            "requestBody": operation.body.map { ["content": ["application/json": ["schema": $0.json]]] },
            "responses": [
                "200": ["description": "OK"],
                "default": [
                    "description": "Error",
                    "content": ["application/json": ["schema": ["$ref": "#/components/schemas/Error"]]],
                ],
            ],
        ]
    }

    private static let error: JSON = [
        "type": "object",
        "properties": [
            "error": [
                "type": "object", "required": ["status", "message", "id"],
                "properties": [
                    "status": ["type": "integer"], "message": ["type": "string"], "id": ["type": "string"],
                    "details": ["type": "object"],
                ],
            ]
        ],
    ]
}

extension APIOperation {
    /// The names in the braces of its path.
    var pathParameters: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }

    /// What it is about: `services`, `addons`; the first word of its path that is below a project.
    var group: String {
        let words = path.split(separator: "/").filter { !$0.hasPrefix("{") }
        return String(words.first == "projects" && words.count > 1 ? words[1] : words[0])
    }
}

extension Schema {
    /// As JSON Schema.
    var json: JSON {
        switch self {
        case .text(let rule):
            [
                "type": "string",
                "minLength": rule.length.flatMap { $0.lowerBound > 0 ? .integer($0.lowerBound) : nil },
                "maxLength": rule.length.flatMap { $0.upperBound < .max ? .integer($0.upperBound) : nil },
                "pattern": rule.pattern.map { .string($0.text) },
            ]
        case .word(let words): ["type": "string", "enum": .array(words.map(JSON.string))]
        case .integer: ["type": "integer"]
        case .number: ["type": "number"]
        case .flag: ["type": "boolean"]
        case .map: ["type": "object"]
        case .list(let item): ["type": "array", "items": item.json]
        case .either(let schemas): ["oneOf": .array(schemas.map(\.json))]
        case .object(let fields, _):
            [
                "type": "object", "properties": .object(fields.map { ($0.name, $0.schema.json) }),
                "required": fields.contains { $0.isRequired }
                    ? .array(fields.filter(\.isRequired).map { .string($0.name) }) : nil,
            ]
        }
    }
}
