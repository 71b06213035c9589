using System.Net;
using Unisson.Discord.Rest;

namespace Unisson.Discord.Tests.Rest;

public sealed class BucketTests
{
    private static readonly Snowflake Place = new(11);
    private static readonly Snowflake OtherPlace = new(12);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Given Counted(int limit, int remaining, int resetAfter = 5, string bucket = "abc") => new(
        200,
        """{"id":"1"}""",
        ("X-RateLimit-Bucket", bucket),
        ("X-RateLimit-Limit", $"{limit}"),
        ("X-RateLimit-Remaining", $"{remaining}"),
        ("X-RateLimit-Reset-After", $"{resetAfter}.000"));

    [Fact]
    public async Task A_bucket_that_is_used_up_waits_for_its_reset()
    {
        var clock = new Clock();
        await using var far = await FarEnd.StartAsync(clock);
        far.Answer = (_, before) => Counted(2, before == 0 ? 1 : 0);
        using var rest = new DiscordRest(far.Options, time: clock);

        await rest.GetChannelAsync(Place, Stop);
        await rest.GetChannelAsync(Place, Stop);
        var third = rest.GetChannelAsync(Place, Stop);
        var wait = await clock.WaitedForAsync(4, 6);

        Assert.Equal((TimeSpan.FromSeconds(5), 2), (wait, far.Requests.Count));
        clock.Advance(wait);
        await third;
        Assert.Equal(TimeSpan.FromSeconds(5), far.Requests.Last().At - far.Requests.First().At);
    }

    [Fact]
    public async Task Each_channel_has_a_bucket_of_its_own()
    {
        await using var far = await FarEnd.StartAsync();
        far.Answer = (_, _) => Counted(1, 0);
        using var rest = new DiscordRest(far.Options, time: new Clock());

        await rest.GetChannelAsync(Place, Stop);
        await rest.GetChannelAsync(OtherPlace, Stop);

        Assert.Equal(2, far.Requests.Count);
    }

    [Fact]
    public async Task Routes_that_Discord_counts_together_wait_together()
    {
        var clock = new Clock();
        await using var far = await FarEnd.StartAsync(clock);
        far.Answer = (_, before) => before == 0 ? Counted(5, 4) : Counted(5, 0);
        using var rest = new DiscordRest(far.Options, time: clock);

        await rest.EditMessageAsync(Place, new(2), new() { Content = "a" }, Stop);
        await rest.DeleteMessageAsync(Place, new(2), Stop);
        var third = rest.EditMessageAsync(Place, new(2), new() { Content = "b" }, Stop);

        await clock.PassAsync(4, 6);
        await third;
        Assert.Equal(TimeSpan.FromSeconds(5), far.Requests.Last().At - far.Requests.First().At);
    }

    [Fact]
    public async Task Before_a_buckets_limit_is_known_one_request_goes_ahead_alone()
    {
        var first = new TaskCompletionSource();
        await using var far = await FarEnd.StartAsync();
        using var seen = new SemaphoreSlim(0);
        far.Answer = (_, before) =>
        {
            seen.Release();
            first.Task.Wait(before == 0 ? TimeSpan.FromSeconds(10) : TimeSpan.Zero);
            return Counted(100, 99 - before);
        };
        using var rest = new DiscordRest(far.Options);

        var all = Enumerable.Range(0, 10).Select(_ => rest.GetChannelAsync(Place, Stop)).ToArray();
        await seen.WaitAsync(Stop);
        var early = await seen.WaitAsync(TimeSpan.FromMilliseconds(100), Stop);
        first.SetResult();
        await Task.WhenAll(all);

        Assert.False(early);
        Assert.Equal(10, far.Requests.Count);
    }

    [Fact]
    public void Answers_that_overtake_each_other_do_not_give_requests_back()
    {
        var bucket = new Bucket(new Clock());
        bucket.Take();
        bucket.Told(new("abc", 5, 4, TimeSpan.FromSeconds(5), null, false, false), answered: true);
        for (var taken = 0; taken < 4; taken++)
        {
            Assert.Equal(TimeSpan.Zero, bucket.Take().Wait);
        }

        bucket.Told(new("abc", 5, 1, TimeSpan.FromSeconds(5), null, false, false), answered: true);
        bucket.Told(new("abc", 5, 3, TimeSpan.FromSeconds(5), null, false, false), answered: true);

        Assert.Equal(TimeSpan.FromSeconds(5), bucket.Take().Wait);
    }

    [Fact]
    public async Task Buckets_that_have_nothing_to_remember_are_forgotten()
    {
        var clock = new Clock();
        var limits = new RateLimits(clock, global: 1_000_000);
        for (ulong channel = 1; channel <= 5_000; channel++)
        {
            using var call = new RestCall(new(HttpMethod.Get, "/channels/{channel}"), "", channel);
            var bucket = await limits.EnterAsync(call, clock.GetUtcNow(), Stop);
            using var answer = new RestAnswer(HttpStatusCode.OK, null, new("abc", 5, 4, TimeSpan.FromSeconds(1), null, false, false));
            limits.Told(call, bucket, answer);
            clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        Assert.InRange(limits.Count, 1, 2_200);
    }
}
