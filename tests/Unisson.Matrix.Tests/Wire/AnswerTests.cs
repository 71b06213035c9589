using Unisson.Matrix.Stub;

namespace Unisson.Matrix.Tests.Wire;

/// <summary>Answers that are not what the specification says: of other homeservers, and of what stands before them.</summary>
public sealed class AnswerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("<html>Sign in to the hotel's network</html>")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"rooms\":{}}")]
    [InlineData("{\"next_batch\":\"\"}")]
    [InlineData("{\"next_batch\":7}")]
    [InlineData("{\"next_batch\":\"\\ud83d\"}")]
    [InlineData("{\"next_batch\":\"s1\",\"rooms\":{")]
    public async Task A_sync_that_is_none_is_asked_for_again(string body)
    {
        await using var village = await Village.StartAsync();
        var since = await village.NowAsync();
        village.Claire.Say(village.Room, "one");
        village.Matrix.Faults.Answer(200, 1, StubRoutes.Sync, body);

        village.Listen(since);
        await village.HeardAsync(1);

        Assert.Equal(["one"], village.Heard);
        Assert.Single(village.Clock.Pauses);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"versions\":null,\"unstable_features\":[]}")]
    [InlineData("{\"versions\":[null,1,\"\",\"v\",\"v1\",\"v.\",\"vx.y\",\"r0.6.1\"],\"unstable_features\":{\"org.example\":\"yes\",\"org.example\":true,\"org.example.2\":{\"max\":3}}}")]
    public async Task A_homeserver_of_odd_versions_is_listened_to(string body)
    {
        await using var village = await Village.StartAsync();
        village.Matrix.Faults.Answer(200, 1, StubRoutes.Versions, body);

        village.Listen(await village.NowAsync());
        await village.Matrix.SyncingAsync();
        village.Claire.Say(village.Room, "one");
        await village.HeardAsync(1);

        Assert.Empty(village.Clock.Pauses);
    }

    [Fact]
    public async Task Versions_are_compared_as_numbers()
    {
        await using var village = await Village.StartAsync(new() { Versions = ["r0.6.1", "v1.9", "v1.12"] });

        var versions = await village.Client.GetVersionsAsync(Stop);

        Assert.Equal((true, true, false, false), (versions.Speaks(1, 2), versions.Speaks(1, 12), versions.Speaks(1, 13), versions.Speaks(2, 0)));
    }

    [Fact]
    public async Task Members_of_odd_names_are_members()
    {
        await using var village = await Village.StartAsync();
        village.Matrix.Faults.Answer(200, 1, StubRoutes.JoinedMembers, """
            {"joined":{"@a:x":{"display_name":"\ud83d"},"@b:x":{"display_name":7},"@c:x":{},"@d:x":null,"@e:x":{"display_name":"Eve","display_name":"Eva"},"\ud83d":{},"@e:x":{"display_name":"Eva"}}}
            """);

        var members = await village.Client.GetJoinedMembersAsync(village.Room.Id, Stop);

        Assert.Equal(["@a:x", "@b:x", "@c:x", "@d:x", "@e:x"], members.Keys.Order());
        Assert.Equal("Eva", members["@e:x"].DisplayName);
        Assert.All(["@a:x", "@b:x", "@c:x", "@d:x"], id => Assert.Null(members[id].DisplayName));
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("{}")]
    public async Task State_that_is_no_list_is_told_as_such(string body)
    {
        await using var village = await Village.StartAsync();
        village.Matrix.Faults.Answer(200, 1, StubRoutes.State, body);

        await Assert.ThrowsAsync<MatrixException>(() => village.Client.GetAllStateAsync(village.Room.Id, Stop));
    }

    [Theory]
    [InlineData("<html>", "")]
    [InlineData("[]", "")]
    [InlineData("{\"errcode\":5,\"error\":{}}", "")]
    [InlineData("{\"errcode\":\"M_FORBIDDEN\",\"error\":7,\"soft_logout\":\"no\",\"retry_after_ms\":{}}", "M_FORBIDDEN")]
    [InlineData("{\"errcode\":\"M_FORBIDDEN\",\"error\":\"\\ud83d\"}", "M_FORBIDDEN")]
    public async Task An_odd_refusal_is_a_refusal(string body, string code)
    {
        await using var village = await Village.StartAsync();
        village.Matrix.Faults.Answer(403, 1, StubRoutes.Send, body);

        var refusal = await Assert.ThrowsAsync<MatrixException>(() => village.Client.SendMessageAsync(village.Room.Id, "t", new() { MsgType = MessageContent.Text, Body = "b" }, Stop));

        Assert.Equal((403, code), ((int)refusal.Status, refusal.Code));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(307)]
    public async Task Nobody_is_followed_elsewhere_with_a_token(int status)
    {
        await using var village = await Village.StartAsync();
        village.Matrix.Faults.Answer(status, 1, StubRoutes.Send);

        var refusal = await Assert.ThrowsAsync<MatrixException>(() => village.Client.SendMessageAsync(village.Room.Id, "t", new() { MsgType = MessageContent.Text, Body = "b" }, Stop));

        Assert.Equal(status, (int)refusal.Status);
    }
}
