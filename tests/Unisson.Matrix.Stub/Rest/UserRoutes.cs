using System.Globalization;
using System.Text.Json.Nodes;

namespace Unisson.Matrix.Stub.Rest;

/// <summary>Filters, account data and profiles.</summary>
internal static class UserRoutes
{
    public static IEnumerable<Route> All =>
    [
        new(StubRoutes.Filter, call =>
        {
            Own(call, "Cannot create filters for other users");
            call.Person.Filters.Add(call.Json);
            return RestAnswer.Ok(new() { ["filter_id"] = (call.Person.Filters.Count - 1).ToString(CultureInfo.InvariantCulture) });
        }),
        new(StubRoutes.GetAccountData, call =>
        {
            Own(call, "Cannot get account data for other users.");
            var content = call.Person.AccountData.GetValueOrDefault(call["type"]).Content ?? throw MatrixError.NotFound("Account data not found");
            return RestAnswer.Ok((JsonObject)content.DeepClone());
        }),
        new(StubRoutes.PutAccountData, call =>
        {
            Own(call, "Cannot add account data for other users.");
            call.Person.AccountData[call["type"]] = (call.Json, call.World.Advance());
            return RestAnswer.Ok();
        }),
        new(StubRoutes.GetProfile, call => RestAnswer.Ok(Profile(call))),
        new(StubRoutes.GetDisplayName, call => RestAnswer.Ok(Profile(call))),
        new(StubRoutes.PutDisplayName, call =>
        {
            Own(call, "Cannot set another user's displayname");
            call.Person.Rename(call.Text("displayname") is { Length: > 0 } name ? name : null);
            return RestAnswer.Ok();
        }),
    ];

    private static JsonObject Profile(RestCall call)
    {
        var person = call.World.People.GetValueOrDefault(call["userId"]) ?? throw MatrixError.NotFound("Profile was not found");
        return person.DisplayName is { } name ? new() { ["displayname"] = name } : [];
    }

    private static void Own(RestCall call, string otherwise)
    {
        if (call["userId"] != call.Person.Id)
        {
            throw MatrixError.Forbidden(otherwise);
        }
    }
}
