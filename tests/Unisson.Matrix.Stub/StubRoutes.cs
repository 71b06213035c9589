namespace Unisson.Matrix.Stub;

/// <summary>The routes by the names that faults and <see cref="StubRequest"/> use.</summary>
public static class StubRoutes
{
    private const string Client = "/_matrix/client/v3";
    private const string InRoom = Client + "/rooms/{roomId}";

    public const string WellKnown = "GET /.well-known/matrix/client";
    public const string Versions = "GET /_matrix/client/versions";
    public const string LoginFlows = "GET " + Client + "/login";
    public const string Login = "POST " + Client + "/login";
    public const string Refresh = "POST " + Client + "/refresh";
    public const string WhoAmI = "GET " + Client + "/account/whoami";
    public const string Filter = "POST " + Client + "/user/{userId}/filter";
    public const string GetAccountData = "GET " + Client + "/user/{userId}/account_data/{type}";
    public const string PutAccountData = "PUT " + Client + "/user/{userId}/account_data/{type}";
    public const string GetProfile = "GET " + Client + "/profile/{userId}";
    public const string GetDisplayName = "GET " + Client + "/profile/{userId}/displayname";
    public const string PutDisplayName = "PUT " + Client + "/profile/{userId}/displayname";

    public const string Sync = "GET " + Client + "/sync";
    public const string Messages = "GET " + InRoom + "/messages";
    public const string Event = "GET " + InRoom + "/event/{eventId}";
    public const string State = "GET " + InRoom + "/state";
    public const string GetState = "GET " + InRoom + "/state/{eventType}/{stateKey}";
    public const string GetStateNoKey = "GET " + InRoom + "/state/{eventType}";
    public const string Members = "GET " + InRoom + "/members";
    public const string JoinedMembers = "GET " + InRoom + "/joined_members";
    public const string JoinedRooms = "GET " + Client + "/joined_rooms";
    public const string Relations = "GET /_matrix/client/v1/rooms/{roomId}/relations/{eventId}";
    public const string RelationsOfType = Relations + "/{relType}";
    public const string RelationsOfEventType = RelationsOfType + "/{eventType}";
    public const string Hierarchy = "GET /_matrix/client/v1/rooms/{roomId}/hierarchy";

    public const string Send = "PUT " + InRoom + "/send/{eventType}/{txnId}";
    public const string PutState = "PUT " + InRoom + "/state/{eventType}/{stateKey}";
    public const string PutStateNoKey = "PUT " + InRoom + "/state/{eventType}";
    public const string Redact = "PUT " + InRoom + "/redact/{eventId}/{txnId}";
    public const string Typing = "PUT " + InRoom + "/typing/{userId}";
    public const string Receipt = "POST " + InRoom + "/receipt/{receiptType}/{eventId}";

    public const string CreateRoom = "POST " + Client + "/createRoom";
    public const string Join = "POST " + Client + "/join/{roomIdOrAlias}";
    public const string JoinRoom = "POST " + InRoom + "/join";
    public const string Leave = "POST " + InRoom + "/leave";
    public const string Invite = "POST " + InRoom + "/invite";
    public const string Kick = "POST " + InRoom + "/kick";

    public const string Upload = "POST /_matrix/media/v3/upload";
    public const string Download = "GET /_matrix/client/v1/media/download/{serverName}/{mediaId}";
    public const string DownloadAs = Download + "/{fileName}";
}
