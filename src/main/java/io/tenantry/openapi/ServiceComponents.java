package io.tenantry.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;

/** What belongs to no type: the error envelope, references, batches, tokens. */
final class ServiceComponents {
    private ServiceComponents() {}

    static ObjectNode schema(String name) {
        return Json.object().put("$ref", "#/components/schemas/" + name);
    }

    /** Schemas beside those of the types. */
    static ObjectNode schemas() {
        return Json.parseObject(
                """
                {
                  "error": {"type": "object", "properties": {"error": {"type": "object", "properties": {
                    "code": {"type": "string"},
                    "message": {"type": "string"},
                    "details": {"type": "array", "items": {"type": "object", "properties": {
                      "code": {"type": "string"}, "message": {"type": "string"}, "target": {"type": ["string", "null"]}}}},
                    "innerError": {"type": "object", "properties": {
                      "date": {"type": "string"}, "request-id": {"type": "string"}, "client-request-id": {"type": "string"}}}},
                    "required": ["code", "message"]}}, "required": ["error"]},
                  "reference": {"type": "object", "properties": {
                    "@odata.id": {"type": "string", "description": "Address of the object."}}, "required": ["@odata.id"]},
                  "referenceCollectionResponse": {"type": "object", "properties": {
                    "@odata.nextLink": {"type": "string"},
                    "value": {"type": "array", "items": {"$ref": "#/components/schemas/reference"}}}},
                  "batchRequest": {"type": "object", "properties": {"requests": {"type": "array", "maxItems": 20, "items": {
                    "type": "object", "properties": {
                      "id": {"type": "string"}, "method": {"type": "string"}, "url": {"type": "string"},
                      "headers": {"type": "object", "additionalProperties": {"type": "string"}}, "body": {},
                      "dependsOn": {"type": "array", "items": {"type": "string"}}},
                    "required": ["id", "method", "url"]}}}, "required": ["requests"]},
                  "batchResponse": {"type": "object", "properties": {"responses": {"type": "array", "items": {
                    "type": "object", "properties": {
                      "id": {"type": "string"}, "status": {"type": "integer"},
                      "headers": {"type": "object", "additionalProperties": {"type": "string"}}, "body": {}}}}}}
                }
                """);
    }

    static ObjectNode responses() {
        return Json.parseObject(
                """
                {"error": {"description": "Graph's error envelope",
                  "content": {"application/json": {"schema": {"$ref": "#/components/schemas/error"}}}}}
                """);
    }

    /** OpenAPI has no word for a role beside a scope, nor for OAuth flows without a fixed tenant: both are bearer tokens. */
    static ObjectNode securitySchemes() {
        return Json.parseObject(
                """
                {
                  "application": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT",
                    "description": "Token of an application: POST /{tenant}/oauth2/v2.0/token, grant client_credentials."},
                  "delegated": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT",
                    "description": "Token of a signed-in user, who mostly needs a directory role too: POST /_tenantry/tenants/{tenant}/tokens."}
                }
                """);
    }

    /** Paths that no resource has. */
    static ObjectNode paths() {
        return Json.parseObject(
                """
                {
                  "/$metadata": {"get": {"tags": ["service"], "operationId": "service.metadata", "summary": "Get the schema",
                    "security": [], "responses": {"200": {"description": "CSDL 4.0",
                      "content": {"application/xml": {"schema": {"type": "string"}}}}}}},
                  "/$batch": {"post": {"tags": ["service"], "operationId": "service.batch", "summary": "Send up to 20 requests at once",
                    "security": [{"application": []}, {"delegated": []}],
                    "requestBody": {"required": true, "content": {"application/json": {
                      "schema": {"$ref": "#/components/schemas/batchRequest"}}}},
                    "responses": {
                      "200": {"description": "Success", "content": {"application/json": {
                        "schema": {"$ref": "#/components/schemas/batchResponse"}}}},
                      "4XX": {"$ref": "#/components/responses/error"}, "5XX": {"$ref": "#/components/responses/error"}}}}
                }
                """);
    }
}
