package main

import (
	"context"
	"encoding/json"
	"errors"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
	abstractions "github.com/microsoft/kiota-abstractions-go"
	"github.com/microsoft/kiota-abstractions-go/serialization"
	jsons "github.com/microsoft/kiota-serialization-json-go"
	core "github.com/microsoftgraph/msgraph-sdk-go-core"
	"github.com/microsoftgraph/msgraph-sdk-go-core/authentication"
)

const (
	template = "518e5f48-1fc8-4c48-9387-9fdf28b0dfe7"
	partners = "/policies/crossTenantAccessPolicy/partners"
)

type object = map[string]any

// graph is the core of the SDK: its adapter, with what it does about signing in, retries and telemetry.
type graph struct{ adapter abstractions.RequestAdapter }

func graphOf(credential azcore.TokenCredential, scopes []string) graph {
	provider := must(authentication.NewAzureIdentityAuthenticationProviderWithScopes(credential, scopes))
	adapter := must(core.NewGraphRequestAdapterBase(provider, core.GraphClientOptions{GraphServiceVersion: "v1.0"}))
	adapter.SetBaseUrl("https://graph.microsoft.com/v1.0")
	return graph{adapter}
}

func request(method abstractions.HttpMethod, path string, body any) *abstractions.RequestInformation {
	if !strings.HasPrefix(path, "https://") {
		path = "https://graph.microsoft.com/v1.0" + path
	}
	information := abstractions.NewRequestInformation()
	information.Method = method
	information.SetUri(*must(url.Parse(path)))
	if body != nil {
		information.SetStreamContentAndContentType(must(json.Marshal(body)), "application/json")
	}
	return information
}

func (g graph) tried(information *abstractions.RequestInformation) (object, error) {
	answer, err := g.adapter.SendPrimitive(anything, information, "[]byte", nil)
	var found object
	if text, is := answer.([]byte); err == nil && is && len(text) > 0 {
		err = json.Unmarshal(text, &found)
	}
	return found, err
}

func (g graph) send(method abstractions.HttpMethod, path string, body any) object {
	return must(g.tried(request(method, path, body)))
}

func (g graph) get(path string) object { return g.send(abstractions.GET, path, nil) }

func values(answer object) []any { return answer["value"].([]any) }

func secret(tenant, client, text string) azcore.TokenCredential {
	return must(azidentity.NewClientSecretCredential(tenant, client, text, nil))
}

// withGraphCore signs in by Azure Identity, and goes through the how-to by the core of the Graph SDK.
func withGraphCore() {
	abstractions.RegisterDefaultSerializer(func() serialization.SerializationWriterFactory { return jsons.NewJsonSerializationWriterFactory() })
	abstractions.RegisterDefaultDeserializer(func() serialization.ParseNodeFactory { return jsons.NewJsonParseNodeFactory() })
	signIns()
	source := graphOf(secret(given("SOURCE_TENANT"), given("CLIENT_ID"), given("CLIENT_SECRET")), appScope)
	target := graphOf(secret(given("TARGET_TENANT"), given("TARGET_CLIENT_ID"), given("TARGET_CLIENT_SECRET")), appScope)
	howTo(source, target)
	queries(source)
}

func signIns() {
	tenant, desk := given("SOURCE_TENANT"), given("PUBLIC_CLIENT_ID")
	signedIn := func(credential azcore.TokenCredential) {
		found := graphOf(credential, []string{"https://graph.microsoft.com/User.Read"}).get("/me")
		expect(found["userPrincipalName"] == given("USER_NAME"), found)
	}
	step("secret", func() {
		found := graphOf(secret(tenant, given("CLIENT_ID"), given("CLIENT_SECRET")), appScope).get("/servicePrincipals(appId='" + given("CLIENT_ID") + "')")
		expect(found["displayName"] == "Administration", found)
	})
	step("certificate", func() {
		certificates, key, err := azidentity.ParseCertificates(must(os.ReadFile(given("CERTIFICATE"))), nil)
		credential := must(azidentity.NewClientCertificateCredential(tenant, given("CLIENT_ID"), must(certificates, err), key, nil))
		graphOf(credential, appScope).get("/users?$top=1")
	})
	step("device code", func() {
		signedIn(must(azidentity.NewDeviceCodeCredential(&azidentity.DeviceCodeCredentialOptions{TenantID: tenant, ClientID: desk, UserPrompt: prompt})))
	})
	password := must(azidentity.NewUsernamePasswordCredential(tenant, desk, given("USER_NAME"), given("USER_PASSWORD"), nil))
	step("password", func() { signedIn(password) })
	step("on behalf", func() {
		front := must(password.GetToken(anything, policy.TokenRequestOptions{Scopes: []string{given("API_SCOPE")}}))
		signedIn(must(azidentity.NewOnBehalfOfCredentialWithSecret(tenant, given("API_ID"), front.Token, given("API_SECRET"), nil)))
	})
}

// prompt has the code entered while the credential asks for its token.
func prompt(_ context.Context, message azidentity.DeviceCodeMessage) error {
	go browse(message.VerificationURL, message.UserCode)
	return nil
}

func howTo(source, target graph) {
	inTarget, inSource := partners+"/"+given("SOURCE_TENANT"), partners+"/"+given("TARGET_TENANT")
	var synchronization, job, user string
	step("policy", func() {
		target.send(abstractions.POST, partners, object{"tenantId": given("SOURCE_TENANT")})
		target.send(abstractions.PUT, inTarget+"/identitySynchronization", object{"displayName": "Lindow", "userSyncInbound": object{"isSyncAllowed": true}})
		target.send(abstractions.PATCH, inTarget, object{"automaticUserConsentSettings": object{"inboundAllowed": true}})
		source.send(abstractions.POST, partners, object{"tenantId": given("TARGET_TENANT")})
		source.send(abstractions.PATCH, inSource, object{"automaticUserConsentSettings": object{"outboundAllowed": true}})
		found := target.get(inTarget + "/identitySynchronization")
		expect(found["userSyncInbound"].(object)["isSyncAllowed"] == true, found)
	})
	step("configure", func() {
		made := source.send(abstractions.POST, "/applicationTemplates/"+template+"/instantiate", object{"displayName": "Marsk"})["servicePrincipal"].(object)
		principal := "/servicePrincipals/" + made["id"].(string)
		synchronization = principal + "/synchronization"
		credentials := []object{{"key": "CompanyId", "value": given("TARGET_TENANT")}, {"key": "AuthenticationType", "value": "SyncPolicy"}}
		source.send(abstractions.POST, synchronization+"/jobs/validateCredentials", object{"useSavedCredentials": false, "templateId": "Azure2Azure", "credentials": credentials})
		job = synchronization + "/jobs/" + source.send(abstractions.POST, synchronization+"/jobs", object{"templateId": "Azure2Azure"})["id"].(string)
		source.send(abstractions.PUT, synchronization+"/secrets", object{"value": append(credentials, object{"key": "SyncAll", "value": "false"})})
		user = source.get("/users/" + given("USER_NAME"))["id"].(string)
		role := made["appRoles"].([]any)[0].(object)["id"]
		source.send(abstractions.POST, principal+"/appRoleAssignedTo", object{"principalId": user, "resourceId": made["id"], "appRoleId": role})
	})
	step("on demand", func() {
		rule := source.get(job + "/schema")["synchronizationRules"].([]any)[0].(object)["id"]
		subjects := []object{{"objectId": user, "objectTypeName": "User"}}
		answer := source.send(abstractions.POST, job+"/provisionOnDemand", object{"parameters": []object{{"ruleId": rule, "subjects": subjects}}})
		expect(answer["value"] != nil, answer)
	})
	step("cycle", func() {
		source.send(abstractions.POST, job+"/start", nil)
		var ran any
		for i := 0; i < 60 && ran == nil; i++ {
			time.Sleep(500 * time.Millisecond)
			ran = source.get(job)["status"].(object)["lastSuccessfulExecution"]
		}
		expect(ran != nil && ran.(object)["state"] == "Succeeded", ran)
		found := values(target.get("/users?$filter=" + url.QueryEscape("mail eq '"+given("USER_NAME")+"'")))
		expect(len(found) == 1 && found[0].(object)["displayName"] == "Liv Sørby", found)
	})
	step("log", func() {
		filter := "jobid eq '" + job[strings.LastIndex(job, "/")+1:] + "' and sourceIdentity/id eq '" + user + "'"
		expect(len(values(source.get("/auditLogs/provisioning?$filter="+url.QueryEscape(filter)))) > 0, "no entry")
	})
}

func queries(source graph) {
	step("page", func() {
		ids := map[any]bool{}
		for next := "/users?$select=id&$top=100"; next != ""; {
			page := source.get(next)
			for _, each := range values(page) {
				ids[each.(object)["id"]] = true
			}
			next, _ = page["@odata.nextLink"].(string)
		}
		expect(len(ids) == 252, len(ids))
	})
	step("search", func() {
		information := request(abstractions.GET, "/users?$search="+url.QueryEscape(`"displayName:Liv"`)+"&$count=true&$orderby=displayName", nil)
		information.Headers.Add("ConsistencyLevel", "eventual")
		found := must(source.tried(information))
		expect(found["@odata.count"] == float64(len(values(found))) && len(values(found)) > 0, found)
	})
	step("batch", func() {
		batch := core.NewBatchRequestCollection(source.adapter)
		wanted := map[string]int32{}
		for path, status := range map[string]int32{"/users/" + given("USER_NAME"): 200, "/groups?$top=2": 200, "/users/nobody@lindow.example": 404} {
			wanted[*must(batch.AddBatchRequestStep(*request(abstractions.GET, path, nil))).GetId()] = status
		}
		for id, status := range must(batch.Send(anything, source.adapter)).GetStatusCodes() {
			expect(wanted[id] == status, id, status)
			delete(wanted, id)
		}
		expect(len(wanted) == 0, wanted)
	})
	step("404", func() {
		_, err := source.tried(request(abstractions.GET, "/users/nobody@lindow.example", nil))
		var told *abstractions.ApiError
		expect(errors.As(err, &told) && told.ResponseStatusCode == 404, err)
	})
	step("throttle", func() {
		expect(values(source.get("/organization"))[0].(object)["id"] == given("SOURCE_TENANT"), "another tenant")
	})
}
