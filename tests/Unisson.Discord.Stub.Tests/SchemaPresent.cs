using Xunit;

namespace Unisson.Discord.Stub.Tests;

/// <summary>For tests that need Discord's own API file, which is not part of the repository.</summary>
internal static class SchemaPresent
{
    public static void OrSkip()
        => Assert.SkipUnless(StubDiscord.HasSchema, "Discord's OpenAPI file is not at ../shared/specs/discord-openapi.json beside the checkout.");
}
