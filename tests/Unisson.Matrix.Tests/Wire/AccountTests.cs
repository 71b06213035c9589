using System.Text.Json;
using System.Text.Json.Nodes;
using Unisson.Matrix.Stub;

namespace Unisson.Matrix.Tests.Wire;

/// <summary>The list of private rooms, <c>m.direct</c>, in which other clients of the account write too.</summary>
public sealed class AccountTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_private_room_begins_the_list()
    {
        await using var village = await Village.StartAsync();

        await village.Client.AddDirectAsync(village.Claire.Id, "!a:localhost", Stop);

        Same("""{"@claire:localhost":["!a:localhost"]}""", village);
    }

    [Fact]
    public async Task What_others_wrote_stays_whatever_it_is()
    {
        await using var village = await Village.StartAsync();
        village.Matrix.Bot.SetData(EventTypes.Direct, Object("""{"@dora:localhost":["!d:localhost"],"@claire:localhost":["!old:localhost",7],"org.example":{"x":[1.5,null]},"@eve:localhost":"!e"}"""));

        await village.Client.AddDirectAsync(village.Claire.Id, "!a:localhost", Stop);

        Same("""{"@dora:localhost":["!d:localhost"],"@claire:localhost":["!a:localhost","!old:localhost"],"org.example":{"x":[1.5,null]},"@eve:localhost":"!e"}""", village);
    }

    [Fact]
    public async Task A_room_that_is_in_the_list_is_not_written_again()
    {
        await using var village = await Village.StartAsync();
        village.Matrix.Bot.SetData(EventTypes.Direct, Object("""{"@claire:localhost":["!old:localhost","!a:localhost"]}"""));

        await village.Client.AddDirectAsync(village.Claire.Id, "!a:localhost", Stop);

        Assert.Empty(village.Requests(StubRoutes.PutAccountData));
    }

    [Fact]
    public async Task Two_that_come_at_once_are_both_in_the_list()
    {
        await using var village = await Village.StartAsync();
        var go = new TaskCompletionSource();
        village.Matrix.Faults.HoldAnswer(go.Task, times: 2, StubRoutes.GetAccountData);

        var both = Task.WhenAll(village.Client.AddDirectAsync(village.Claire.Id, "!a:localhost", Stop), village.Client.AddDirectAsync("@dora:localhost", "!d:localhost", Stop));
        await village.Matrix.UntilAsync(() => village.Requests(StubRoutes.GetAccountData).Any(), "a look at the list");
        go.SetResult();
        await both;

        Assert.Equal(["@claire:localhost", "@dora:localhost"], village.Matrix.Bot.Data(EventTypes.Direct)!.Select(p => p.Key).Order());
    }

    [Fact]
    public async Task Half_a_surrogate_pair_in_the_list_stops_nothing()
    {
        const string list = """{"@claire:localhost":["\ud83d","!old:localhost"],"\udc00":1,"@dora:localhost":["!d:localhost"]}""";
        await using var village = await Village.StartAsync();
        village.Matrix.Faults.Answer(200, 1, StubRoutes.GetAccountData, list);

        await village.Client.AddDirectAsync(village.Claire.Id, "!a:localhost", Stop);

        var stored = village.Matrix.Bot.Data(EventTypes.Direct)!;
        Assert.Equal("""["!a:localhost","!old:localhost"]""", stored["@claire:localhost"]!.ToJsonString());
        Assert.Equal("""["!d:localhost"]""", stored["@dora:localhost"]!.ToJsonString());
    }

    [Fact]
    public async Task A_list_that_could_not_be_read_is_not_overwritten()
    {
        await using var village = await Village.StartAsync();
        village.Matrix.Faults.Answer(502, times: 5, StubRoutes.GetAccountData);

        await Assert.ThrowsAsync<MatrixException>(() => village.Client.AddDirectAsync(village.Claire.Id, "!a:localhost", Stop));

        Assert.Empty(village.Requests(StubRoutes.PutAccountData));
    }

    private static JsonObject Object(string json) => JsonNode.Parse(json)!.AsObject();

    private static void Same(string expected, Village village)
        => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), village.Matrix.Bot.Data(EventTypes.Direct)), JsonSerializer.Serialize(village.Matrix.Bot.Data(EventTypes.Direct)));
}
